"""Measuring who is who: clusters of mentions and their Wikidata items, on a folder in the format of NEREL."""
