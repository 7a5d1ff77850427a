"""Which ids have been written already, remembered on disk: memory stays flat."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager


class SeenIds:
    """Ids that were met."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.execute("CREATE TABLE seen (id TEXT PRIMARY KEY) WITHOUT ROWID")

    def is_new(self, identifier: str) -> bool:
        """Whether this is the first time; from now on it is not."""
        return self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (identifier,)).rowcount == 1


@contextmanager
def seen_ids() -> Iterator[SeenIds]:
    """An empty memory of ids, there within this block."""
    with closing(sqlite3.connect("")) as database:
        yield SeenIds(database)
