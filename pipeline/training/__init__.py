"""Corpora, training and export of a reader (extra `train`); torch is imported here alone."""
