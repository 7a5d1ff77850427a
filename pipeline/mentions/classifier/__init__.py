"""A small network with the last word on names: whether words that some finder proposed name somebody or something."""
