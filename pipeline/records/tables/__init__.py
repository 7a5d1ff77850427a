"""The published tables: one frozen dataclass a table, one described field a column."""
