"""What every output format offers, and how a file appears whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from pipeline.errors import OutputError
from pipeline.records.tables import Table
from pipeline.records.tables.column import Row


class RunWriter(Protocol):
    """Takes the rows of a run, table by table in any order, and publishes them at the end."""

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """Append rows to a table."""

    def publish(self) -> None:
        """Close and move everything into place; a table without rows still appears, with its columns."""

    def discard(self) -> None:
        """Close and remove what was written."""

    def notes(self) -> tuple[str, ...]:
        """Sentences that the user must know, of what this format could not take as it is."""


def temporary(path: Path) -> Path:
    """The hidden name beside `path` under which it is written."""
    return path.with_name(f".{path.name}.part")


def move_into_place(path: Path) -> None:
    """Rename the finished temporary file to its published name: readers see the old file or the new one.

    Its bytes are on the disk before, and its name afterwards, also where the power is cut.
    """
    _force_to_disk(temporary(path), os.O_RDWR)
    temporary(path).replace(path)
    if os.name == "posix":
        _force_to_disk(path.parent, os.O_RDONLY)


def _force_to_disk(path: Path, mode: int) -> None:
    handle = os.open(path, mode)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Write a file whole: yields the temporary name, renames it if nothing was raised, else removes it.

    Raises:
        OutputError: the disk refuses.
    """
    part = temporary(path)
    try:
        yield part
        move_into_place(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError(
            f"Cannot write {path}: {os.strerror(error.errno or 0)}. Free space or choose another --out."
        ) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
