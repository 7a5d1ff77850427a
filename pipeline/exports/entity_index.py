"""Entities by their id, on disk, since a run may know more of them than memory holds."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from pipeline.records.tables.entities import EntityRow

REMEMBERED = 20_000


class EntityIndex:
    """Rows of `entities` in a temporary database that goes when it is closed."""

    def __init__(self, rows: Iterable[EntityRow]) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("CREATE TABLE entities (entity_id TEXT PRIMARY KEY, row BLOB) WITHOUT ROWID")
        self._database.execute("BEGIN")
        self._database.executemany(
            "INSERT INTO entities VALUES (?, ?)", ((row.entity_id, pickle.dumps(row)) for row in rows)
        )
        self._database.execute("COMMIT")
        self.find = lru_cache(maxsize=REMEMBERED)(self._find)

    def _find(self, entity_id: str) -> EntityRow | None:
        """The row of an entity; `None` for an empty or unknown id."""
        found = self._database.execute("SELECT row FROM entities WHERE entity_id = ?", (entity_id,)).fetchone()
        if found is None:
            return None
        row: EntityRow = pickle.loads(found[0])
        return row

    def close(self) -> None:
        """Remove the database."""
        self._database.close()


@contextmanager
def indexed(rows: Iterable[EntityRow]) -> Iterator[EntityIndex]:
    """An index of entities, there within this block."""
    index = EntityIndex(rows)
    try:
        yield index
    finally:
        index.close()
