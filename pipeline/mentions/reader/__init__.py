"""The reader model at work: nested mentions and relations in one pass of a small network."""
