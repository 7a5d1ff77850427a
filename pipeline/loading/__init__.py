"""Rows read back from the tables that a run has written."""
