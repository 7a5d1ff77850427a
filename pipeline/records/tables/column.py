"""Columns of the published tables, described where they are declared.

A row type is a frozen dataclass whose fields are made by `column`; its type, unit, allowed values and meaning are
read back from there by the writers, `datapackage.json` and `svodka schema`, so that none of them can drift apart.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, Literal, get_type_hints

ColumnType = Literal["string", "integer", "number", "boolean", "date", "list"]
SEPARATOR = "; "
_TYPES: dict[Any, ColumnType] = {
    str: "string",
    int: "integer",
    int | None: "integer",
    float: "number",
    float | None: "number",
    bool: "boolean",
    dt.date | None: "date",
    tuple[str, ...]: "list",
}
Row = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `meaning` is a sentence for the reader, `values` the allowed ones (empty: any)."""

    name: str
    type: ColumnType
    meaning: str
    unit: str
    values: tuple[str, ...]
    required: bool


def column(meaning: str, *, unit: str = "", values: tuple[str, ...] = (), default: Any = MISSING) -> Any:
    """Declare a field of a row type; without a default the cell is never empty."""
    metadata = {"meaning": meaning, "unit": unit, "values": values}
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


@cache
def columns(row_type: Any) -> tuple[Column, ...]:
    """The columns of a row type (a dataclass made of `column`s), in order."""
    hints = get_type_hints(row_type)
    return tuple(
        Column(
            name=each.name,
            type=_TYPES[hints[each.name]],
            meaning=each.metadata["meaning"],
            unit=each.metadata["unit"],
            values=each.metadata["values"],
            required=each.default is MISSING,
        )
        for each in fields(row_type)
    )


def cells(row: Row) -> list[str]:
    """The row as text cells: empty for unknown, `true`/`false`, ISO days, lists joined with `; `."""
    return [cell(value) for value in _values_of(row)]


def values(row: Row) -> list[Any]:
    """The row as Python values for typed formats: lists joined, empty text and `None` alike `None`."""
    joined = (SEPARATOR.join(v) if isinstance(v, tuple) else v for v in _values_of(row))
    return [None if v == "" else v for v in joined]


def cell(value: Any) -> str:
    """A value as the text of a cell; numbers with six digits, whatever format they were read from: `0.9803`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    return str(value)


def _values_of(row: Row) -> tuple[Any, ...]:
    values: tuple[Any, ...] = _getter(row.__class__)(row)
    return values


@cache
def _getter(row_type: Any) -> attrgetter[Any]:
    """All columns of a row at once."""
    return attrgetter(*(each.name for each in columns(row_type)))
