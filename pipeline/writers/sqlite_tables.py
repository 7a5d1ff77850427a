"""All tables in one SQLite file, with keys, references, indexes and full-text search."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.records.tables import TABLES, Table
from pipeline.records.tables.column import Row, values
from pipeline.writers.base import move_into_place, temporary

_TYPES = {
    "string": "TEXT",
    "list": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
}


# Columns that people filter and sort by, beside the references, which are indexed because they are joined.
_INDEXED = {
    "documents": ("published",),
    "mentions": ("type",),
    "entities": ("type", "name"),
    "events": ("type", "status", "date_start"),
    "event_arguments": ("role",),
    "event_clusters": ("type",),
}
# An external-content FTS5 table `…_fts` holds no second copy of the text; Datasette knows it by `content="…"`.
_SEARCHED = {"events": ("evidence", "title", "participants", "place"), "quotes": ("text", "speaker")}


class SqliteTables:
    """One database file; dates are ISO text, booleans 0 and 1, unknown is NULL."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        temporary(path).unlink(missing_ok=True)
        self._database = sqlite3.connect(temporary(path), isolation_level=None)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("BEGIN")
        for table in TABLES:
            self._database.execute(_create(table))

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """Append rows to a table."""
        marks = ", ".join("?" * len(table.columns))
        self._database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", (_plain(values(row)) for row in rows))

    def publish(self) -> None:
        """Index what is joined, filtered and searched, and move the file into place."""
        for table in TABLES:
            for column in (*(name for name, _, _ in table.references), *_INDEXED.get(table.name, ())):
                self._database.execute(f"CREATE INDEX {table.name}_{column} ON {table.name} ({column})")
        for name, columns in _SEARCHED.items():
            self._index_words(name, columns)
        self._database.execute("COMMIT")
        self._database.close()
        move_into_place(self._path)

    def discard(self) -> None:
        """Remove what was written."""
        self._database.close()
        temporary(self._path).unlink(missing_ok=True)

    def notes(self) -> tuple[str, ...]:
        """Nothing: SQLite holds every cell as it is."""
        return ()

    def _index_words(self, table: str, columns: tuple[str, ...]) -> None:
        self._database.execute(
            f"CREATE VIRTUAL TABLE {table}_fts USING fts5({', '.join(columns)}, "
            f'content="{table}", tokenize="unicode61 remove_diacritics 2")'
        )
        self._database.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")


def _create(table: Table) -> str:
    lines = [f'"{c.name}" {_TYPES[c.type]}' for c in table.columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    lines += [f"FOREIGN KEY ({column}) REFERENCES {other} ({key})" for column, other, key in table.references]
    return f"CREATE TABLE {table.name} ({', '.join(lines)})"


def _plain(row: list[Any]) -> list[Any]:
    return [cell.isoformat() if isinstance(cell, dt.date) else cell for cell in row]
