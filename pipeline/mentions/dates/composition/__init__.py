"""Second step, behind the interpretation: neighbouring values that are one expression."""
