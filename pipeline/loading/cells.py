"""Cells of a table back to the values that a row has."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pipeline.errors import InputError
from pipeline.records.tables.column import SEPARATOR, Column


def from_text(cell: str, column: Column, where: str) -> Any:
    """The value that a filled cell of a CSV file stands for.

    Raises:
        InputError: it is none of the column's type; the message names file, line and column.
    """
    try:
        match column.type:
            case "integer":
                return int(cell)
            case "number":
                return float(cell)
            case "boolean":
                return {"true": True, "false": False}[cell]
            case "date":
                return dt.date.fromisoformat(cell)
            case "list":
                return tuple(cell.split(SEPARATOR))
            case _:
                return cell
    except (ValueError, KeyError) as error:
        raise InputError(f"{where}, column {column.name}: {cell[:40]!r} is no {column.type}. Mend the cell.") from error


def from_value(cell: Any, column: Column) -> Any:
    """The value that a filled cell of a typed format stands for: only lists are joined there."""
    return tuple(cell.split(SEPARATOR)) if column.type == "list" else cell
