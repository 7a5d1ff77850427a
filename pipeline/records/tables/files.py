"""Where the tables lie in the folder of a run."""

from __future__ import annotations

from pathlib import Path

DATABASE = "svodka.sqlite"
SPREADSHEETS = "spreadsheet"


def table_file(folder: Path, name: str, format_name: str) -> Path:
    """The file that holds a table: `csv`, `spreadsheet` and `parquet` have one a table, `sqlite` one for all."""
    if format_name == "sqlite":
        return folder / DATABASE
    if format_name == "spreadsheet":
        return folder / SPREADSHEETS / f"{name}.csv"
    return folder / f"{name}.{format_name}"
