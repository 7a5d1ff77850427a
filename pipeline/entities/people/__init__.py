"""Names of people: their parts, their nominative, and which mentions are one person."""
