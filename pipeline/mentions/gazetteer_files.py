"""Reads the files of the gazetteer, the shipped ones and a user's own: one form, CSV, one row an entry.

`GazetteerEntry` has the columns. Several values in one cell are joined with `; `. Columns may be left out, but none is
unknown; `key` and `name` must be there, and `type` in the shipped files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.errors import ResourceError
from pipeline.mentions.gazetteer_entry import COLUMNS, TYPES, GazetteerEntry
from pipeline.user_files import read_cells

_LISTS = frozenset({"abbreviations", "abbreviations_en", "aliases", "adjectives", "demonyms", "states"})
_NUMBERS = {"latitude": 90.0, "longitude": 180.0}
_KEY = re.compile(r"(?!e-)[a-z0-9]+(?:-[a-z0-9]+)*")  # `e-…` are ids that a run gives


@dataclass(frozen=True, slots=True)
class Line:
    """An entry with the file and line that it stands in."""

    entry: GazetteerEntry
    where: str


@dataclass(frozen=True, slots=True)
class GazetteerRow:
    """The filled cells of a line, by column; `key` is always among them."""

    values: Mapping[str, Any]
    where: str

    def line(self) -> Line:
        """The row as an entry of its own."""
        return Line(GazetteerEntry(**self.values), self.where)


def read_lines(text: str, name: str) -> Iterator[Line]:
    """Read the text of a shipped file.

    Raises:
        ResourceError: an unknown column, a bad key, type or number; the message names file and line.
    """
    for row in read_rows(text, name, ("key", "type", "name")):
        for column in ("type", "name"):
            if column not in row.values:
                raise ResourceError(f"{row.where}: {row.values['key']} has no {column}. Write one.")
        yield row.line()


def read_rows(text: str, name: str, needed: Sequence[str]) -> Iterator[GazetteerRow]:
    """Read the filled cells of each line.

    Raises:
        ResourceError: no CSV, an unknown or missing column, a bad cell.
    """
    for cells in read_cells(text, name, columns=COLUMNS, needed=needed):
        yield _row(cells.by_column, cells.where)


def _row(cells: Mapping[str, str], where: str) -> GazetteerRow:
    key, kind = cells.get("key", ""), cells.get("type", TYPES[0])
    if not _KEY.fullmatch(key):
        raise ResourceError(
            f"{where}: bad key {key!r}. Use small Latin letters, digits and '-', not 'e-' at the beginning."
        )
    if kind == "person":
        raise ResourceError(f"{where}: a person is not found by a list. Say who is the same with --same.")
    if kind not in TYPES:
        raise ResourceError(f"{where}: unknown type {kind!r}. Write one of: {', '.join(TYPES)}.")
    return GazetteerRow({column: _value(column, cell, where) for column, cell in cells.items()}, where)


def _value(column: str, cell: str, where: str) -> str | float | tuple[str, ...]:
    if column in _LISTS:
        return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))
    if column in _NUMBERS:
        return _degrees(column, cell, where)
    if column == "wikidata_id" and not re.fullmatch(r"Q\d+", cell):
        raise ResourceError(f"{where}: {cell!r} is no Wikidata item. Write it as Q318693, or leave the cell empty.")
    return cell


def _degrees(column: str, cell: str, where: str) -> float:
    limit = _NUMBERS[column]
    try:
        number = float(cell)
    except ValueError:
        raise ResourceError(f"{where}: {column} is no number: {cell!r}. Write degrees as 53.9.") from None
    if not -limit <= number <= limit:
        raise ResourceError(f"{where}: {column} {cell} lies outside {-limit:g} to {limit:g} degrees. Correct it.")
    return number
