"""The tables of a finished run to the files that people and knowledge bases take in, one file of code a format."""
