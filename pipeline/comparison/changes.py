"""What changed: rows are the same row if their key is, whatever their order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """A cell that has another content; empty stands for unknown, as in CSV."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A row of both runs with the cells that differ."""

    key: Key
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChanges:
    """Changes of one table: `before` and `after` are numbers of rows, `added` and `removed` keys with a row's cells."""

    name: str
    before: int = 0
    after: int = 0
    added: tuple[tuple[Key, dict[str, str]], ...] = ()
    removed: tuple[tuple[Key, dict[str, str]], ...] = ()
    changed: tuple[RowChange, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.removed or self.changed)

    @property
    def columns(self) -> Counter[str]:
        """How many cells changed, by column."""
        return Counter(cell.column for row in self.changed for cell in row.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Changes of all tables that were compared, in the order of the tables; `ignored` columns were not looked at."""

    tables: tuple[TableChanges, ...]
    ignored: tuple[str, ...] = field(default=())

    @property
    def differs(self) -> bool:
        """Whether any table changed."""
        return any(table.differs for table in self.tables)

    def as_json(self) -> dict[str, Any]:
        """The comparison for programs: keys are joined with a blank."""
        return {
            "differs": self.differs,
            "ignored": list(self.ignored),
            "tables": {table.name: _table(table) for table in self.tables},
        }


def _table(table: TableChanges) -> dict[str, Any]:
    return {
        "rows": [table.before, table.after],
        "added": [{"key": " ".join(key), "row": row} for key, row in table.added],
        "removed": [{"key": " ".join(key), "row": row} for key, row in table.removed],
        "changed": [
            {"key": " ".join(row.key), "cells": {cell.column: [cell.before, cell.after] for cell in row.cells}}
            for row in table.changed
        ],
        "changed_cells": dict(sorted(table.columns.items())),
    }
