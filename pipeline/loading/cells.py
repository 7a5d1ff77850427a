"""Cells as a table holds them, back to the values that a row has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any

from pipeline.records.tables import Table
from pipeline.records.tables.column import SEPARATOR, Column, ColumnType, Row

TRUTH = {"true": True, "false": False, 1: True, 0: False}
_Read = Callable[[Any], Any]


def _day(cell: Any) -> dt.date:
    return cell if isinstance(cell, dt.date) else dt.date.fromisoformat(cell)


_READ: dict[ColumnType, _Read] = {
    "string": str,
    "list": lambda cell: tuple(cell.split(SEPARATOR)),
    "integer": int,
    "number": float,
    "boolean": TRUTH.__getitem__,
    "date": _day,
}
_EMPTY: dict[ColumnType, Any] = {"string": "", "list": ()}
_NEEDED = object()


class CellError(ValueError):
    """What is wrong with a cell."""


class RowMaker:
    """Makes the rows of one table; columns that a later version has added are left out."""

    def __init__(self, table: Table) -> None:
        self._row_type: Callable[..., Row] = table.row_type
        defaults = {each.name: each.default for each in fields(table.row_type) if each.default is not MISSING}
        self._columns = [(each, _READ[each.type], defaults.get(each.name, _NEEDED)) for each in table.columns]

    def row(self, stored: Mapping[str, Any]) -> Row:
        """The row whose cells are `stored`; the default where a cell is empty or an older version had no such column.

        Raises:
            CellError: a cell that must be filled is empty, or one holds something else than its column says.
        """
        cells: dict[str, Any] = {}
        for column, read, default in self._columns:
            cell = stored.get(column.name)
            if cell is not None and cell != "":
                cells[column.name] = _value(cell, column, read)
            else:
                cells[column.name] = _empty(column, stored) if default is _NEEDED else default
        return self._row_type(**cells)


def _value(cell: Any, column: Column, read: _Read) -> Any:
    try:
        return read(cell)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CellError(f"column {column.name}: {str(cell)[:40]!r} is no {column.type}") from error


def _empty(column: Column, stored: Mapping[str, Any]) -> Any:
    if column.name in stored and column.type in _EMPTY:
        return _EMPTY[column.type]
    raise CellError(f"column {column.name}: it must be filled and is not")
