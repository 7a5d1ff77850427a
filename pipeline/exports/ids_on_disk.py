"""Which ids have been written already, remembered on disk: memory stays flat."""

from __future__ import annotations

from pipeline.scratch import Scratch


class SeenIds:
    """Ids that were met."""

    def __init__(self) -> None:
        self._scratch = Scratch()
        self._scratch.define("CREATE TABLE seen (id TEXT PRIMARY KEY) WITHOUT ROWID")

    def is_new(self, identifier: str) -> bool:
        """Whether this is the first time; from now on it is not."""
        return self._scratch.database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (identifier,)).rowcount == 1
