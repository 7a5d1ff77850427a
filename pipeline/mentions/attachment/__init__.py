"""Names of bodies grow: a body takes up the name behind it."""
