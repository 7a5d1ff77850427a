"""Tellings of all articles on disk, on their way to clusters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pipeline.pickled import packed, unpacked
from pipeline.scratch import Scratch, blob

if TYPE_CHECKING:
    from pipeline.events.clusters import Telling

_TABLES = (
    "CREATE TABLE telling (place INTEGER PRIMARY KEY, data BLOB)",
    "CREATE TABLE member (place INTEGER PRIMARY KEY, leader INTEGER, event_id TEXT, doc_id BLOB)",
    "CREATE TABLE block (key BLOB, day TEXT, place INTEGER)",
)
_INDEXES = (
    "CREATE INDEX member_leader ON member (leader)",
    "CREATE INDEX member_event ON member (event_id)",
    "CREATE INDEX block_key ON block (key, day, place)",
)
_SHARED = "SELECT key, COUNT(*) FROM block GROUP BY key HAVING COUNT(*) > 1 ORDER BY MIN(rowid)"
_BLOCK = "SELECT data FROM block NATURAL JOIN telling WHERE key = ? ORDER BY day, place"


class TellingStore:
    """What clustering reads block by block, and which tellings it has joined: each cluster has a leader, its first."""

    def __init__(self, scratch: Scratch) -> None:
        """Make the tables in `scratch`."""
        self.scratch = scratch
        self._do = scratch.database.execute
        scratch.define(*_TABLES)

    def add(self, telling: Telling, keys: Iterable[tuple[str, ...]]) -> None:
        """Take in a telling and the blocks in which it can meet others."""
        place = telling.order
        self._do("INSERT INTO telling VALUES (?, ?)", (place, packed(telling)))
        self._do("INSERT INTO member VALUES (?, ?, ?, ?)", (place, place, telling.event_id, blob(telling.doc_id)))
        day = telling.earliest.isoformat() if telling.earliest else ""
        for key in keys:
            self._do("INSERT INTO block VALUES (?, ?, ?)", (blob("\x1f".join(key)), day, place))

    def index(self) -> None:
        """Make what was added quick to find; nothing is added afterwards."""
        self.scratch.define(*_INDEXES)

    def blocks(self) -> Iterator[tuple[int, Iterator[Telling]]]:
        """Blocks of several tellings, in the order in which they began: size, and the tellings by day and order."""
        for key, size in self._do(_SHARED):
            yield size, (unpacked(data) for (data,) in self._do(_BLOCK, (key,)))

    def join(self, one: int, other: int) -> None:
        """Make one cluster of those of two tellings, unless one article tells both as two happenings."""
        keep, drop = sorted((self._leader(one), self._leader(other)))
        if keep != drop and self._docs(keep).isdisjoint(self._docs(drop)):
            self._do("UPDATE member SET leader = ? WHERE leader = ?", (keep, drop))

    def _leader(self, place: int) -> int:
        return int(self._do("SELECT leader FROM member WHERE place = ?", (place,)).fetchone()[0])

    def _docs(self, leader: int) -> set[bytes]:
        return {doc_id for (doc_id,) in self._do("SELECT doc_id FROM member WHERE leader = ?", (leader,))}

    def cluster(self, leader: int) -> list[Telling]:
        """The tellings that a leader has, in their order."""
        query = "SELECT data FROM member NATURAL JOIN telling WHERE leader = ? ORDER BY place"
        return [unpacked(data) for (data,) in self._do(query, (leader,))]


class StoredClusterIds(Mapping[str, str]):
    """event_id -> cluster_id."""

    def __init__(self, scratch: Scratch) -> None:
        """Look up in the tables of a `TellingStore`."""
        self._do = scratch.database.execute

    def __getitem__(self, event_id: str) -> str:
        query = "SELECT l.event_id FROM member m JOIN member l ON l.place = m.leader WHERE m.event_id = ?"
        row = self._do(query, (event_id,)).fetchone()
        if row is None:
            raise KeyError(event_id)
        return cluster_id(row[0])

    def __iter__(self) -> Iterator[str]:
        yield from (event for (event,) in self._do("SELECT event_id FROM member ORDER BY place"))

    def __len__(self) -> int:
        return int(self._do("SELECT COUNT(*) FROM member").fetchone()[0])


def cluster_id(first_event: str) -> str:
    """The id of a cluster, born from the event that is told first."""
    return f"c-{first_event}"
