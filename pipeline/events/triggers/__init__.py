"""A small network's opinion on which words name an event of which type, beside the lexicon's."""
