"""Nominatives of names that are phrases: bodies and places."""
