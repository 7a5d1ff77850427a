"""Tables on disk for what a merge over a run must not hold in memory: SQLite, thrown away when nobody needs it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar, overload

from pipeline.pickled import unpacked

T = TypeVar("T")
_PRAGMAS = (
    "journal_mode = OFF",
    "synchronous = OFF",
    "temp_store = FILE",
    "cache_size = -8192",
    "locking_mode = EXCLUSIVE",
)


class Scratch:
    """A database that lives as long as this object.

    Args:
        path: its file, which is made anew; a temporary file of SQLite's own where it is not given. Only what exceeds
            the cache of 8 MB goes to the disk.
    """

    def __init__(self, path: Path | None = None) -> None:
        if path is not None:
            path.unlink(missing_ok=True)
        self.database = sqlite3.connect(path or "", isolation_level=None)
        for pragma in _PRAGMAS:
            self.database.execute(f"PRAGMA {pragma}")
        self.database.execute("BEGIN")

    def define(self, *statements: str) -> None:
        """Make tables or indexes."""
        for statement in statements:
            self.database.execute(statement)

    def __del__(self) -> None:
        self.database.close()


class Stored(Sequence[T]):
    """Rows of a query as a sequence that can be gone through again and again, one row in memory at a time.

    Args:
        scratch: where they are.
        query: gives one row an item, in their order.
        read: from the columns of a row to the item; by default the first column is what `packed` has made.
    """

    def __init__(
        self, scratch: Scratch, query: str, read: Callable[[tuple[Any, ...]], T] = lambda row: unpacked(row[0])
    ) -> None:
        self._scratch = scratch
        self._query = query
        self._read = read

    def __iter__(self) -> Iterator[T]:
        for row in self._scratch.database.execute(self._query):
            yield self._read(row)

    def __len__(self) -> int:
        return int(self._scratch.database.execute(f"SELECT COUNT(*) FROM ({self._query})").fetchone()[0])

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place = index + len(self) if index < 0 else index
        row = self._scratch.database.execute(f"{self._query} LIMIT 1 OFFSET ?", (place,)).fetchone()
        if place < 0 or row is None:
            raise IndexError(index)
        return self._read(row)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]


def _same(one: object, other: object) -> bool:
    return one == other


def blob(text: str) -> bytes:
    """A text as bytes for a column: SQLite takes no lone surrogates."""
    return text.encode("utf-8", "surrogatepass")


def text_of(data: bytes) -> str:
    """The text that `blob` was given."""
    return data.decode("utf-8", "surrogatepass")
