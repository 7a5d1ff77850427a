"""A trained reader: nested mentions and relations in one pass of a small network."""
