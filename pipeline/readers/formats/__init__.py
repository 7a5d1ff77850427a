"""A byte stream to the articles in it: one format a file."""
