"""What a run has read so far, on disk: ids are given once, a text is analysed once, over all dumps of the run."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.records.ids import text_sha256
from pipeline.scratch import blob, text_of

if TYPE_CHECKING:
    from pipeline.runner.near import Reprints

_TABLES = """
CREATE TABLE IF NOT EXISTS ids (id BLOB PRIMARY KEY, batch INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS repeats (wanted BLOB PRIMARY KEY, last INTEGER, batch INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (digest BLOB PRIMARY KEY, doc_id BLOB, batch INTEGER) WITHOUT ROWID;
"""


class SeenOnDisk:
    """The articles of all batches before this one, and of this one as it is read.

    What a killed run has noted of the batch is forgotten, since the batch is read again from its beginning.
    """

    def __init__(self, path: Path, batch: int, *, near: float = 0.0) -> None:
        """Open the file, which is made where it is not there; `near` is the share of reprints, 0 to look for none."""
        self._batch = batch
        self._database = sqlite3.connect(path)
        self._database.executescript(_TABLES)
        for table in ("ids", "repeats", "texts"):
            self._database.execute(f"DELETE FROM {table} WHERE batch >= ?", (batch,))
        self._database.commit()
        self._reprints = _reprints(self._database, batch, near) if near else None

    def new_id(self, wanted: str) -> str:
        """The id itself the first time, then with `-2`, `-3`."""
        if self._take(wanted):
            return wanted
        key = blob(wanted)
        [last] = self._database.execute("SELECT last FROM repeats WHERE wanted = ?", (key,)).fetchone() or (1,)
        number = last + 1
        while not self._take(f"{wanted}-{number}"):
            number += 1
        self._database.execute("INSERT OR REPLACE INTO repeats VALUES (?, ?, ?)", (key, number, self._batch))
        return f"{wanted}-{number}"

    def _take(self, identifier: str) -> bool:
        row = (blob(identifier), self._batch)
        return self._database.execute("INSERT OR IGNORE INTO ids VALUES (?, ?)", row).rowcount == 1

    def first_with(self, text: str, doc_id: str) -> str:
        """The id of the first article that says the same; `doc_id` itself if there was none."""
        digest = bytes.fromhex(text_sha256(text))
        row = self._database.execute("SELECT doc_id FROM texts WHERE digest = ?", (digest,)).fetchone()
        if row is None:
            own = blob(doc_id)
            row = (self._reprints.first_like(text, own) if self._reprints else own,)
            self._database.execute("INSERT INTO texts VALUES (?, ?, ?)", (digest, *row, self._batch))
        return text_of(row[0])

    def keep(self) -> None:
        """Write down what was noted: the batch is read to its end."""
        self._database.commit()

    def close(self) -> None:
        """Close the file and forget what is not kept."""
        self._database.close()


def _reprints(database: sqlite3.Connection, batch: int, share: float) -> Reprints:
    from pipeline.runner.near import Reprints  # noqa: PLC0415  (an extra)

    return Reprints(database, batch, share)
