"""Bytes to Article: one format a file; decoding, title, publication date."""
