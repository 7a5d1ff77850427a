"""Entities by their id, on disk, since a run may know more of them than memory holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from pipeline.pickled import packed, unpacked
from pipeline.records.tables.entities import EntityRow
from pipeline.scratch import Scratch

REMEMBERED = 20_000


class EntityIndex:
    """Rows of `entities` in a temporary database that goes when it is closed."""

    def __init__(self, rows: Iterable[EntityRow]) -> None:
        self._scratch = Scratch()
        self._database = self._scratch.database
        self._scratch.define("CREATE TABLE entities (entity_id TEXT PRIMARY KEY, row BLOB) WITHOUT ROWID")
        self._database.executemany("INSERT INTO entities VALUES (?, ?)", ((row.entity_id, packed(row)) for row in rows))
        self.find = lru_cache(maxsize=REMEMBERED)(self._find)

    def _find(self, entity_id: str) -> EntityRow | None:
        """The row of an entity; `None` for an empty or unknown id."""
        found = self._database.execute("SELECT row FROM entities WHERE entity_id = ?", (entity_id,)).fetchone()
        if found is None:
            return None
        row: EntityRow = unpacked(found[0])
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
