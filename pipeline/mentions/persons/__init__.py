"""Names of people: what the recogniser found, mended, and what it missed."""
