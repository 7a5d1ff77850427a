"""A small network's opinion on what became of a happening, beside the rules of status."""
