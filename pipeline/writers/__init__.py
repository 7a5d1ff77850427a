"""Rows to CSV, Parquet, SQLite, each written to a temporary name and moved into place."""
