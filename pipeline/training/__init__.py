"""Corpora, training and export of the reader model in `models/reader` (extra `train`)."""
