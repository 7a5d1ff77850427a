"""The files that the user's words name: files, folders, patterns, `-`; always in the same order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from pipeline.readers.raw import Unreadable
from pipeline.readers.streams import STANDARD_INPUT, is_hidden

_CLOSED = "The folder may not be read. Change its permissions, or run as a user who may."
_NO_FILE = "It is no file that can be read (a broken link, a socket or the like). Leave it out."


def list_files(paths: Sequence[str]) -> Iterator[str | Unreadable]:
    """Yield the files that the paths name.

    Folders are walked, sorted by name, without hidden files; a pattern (`in/**/*.html`) stands for what it matches,
    sorted. A folder that may not be read, and what is neither file nor folder, is an `Unreadable` in its place.
    """
    for path in paths:
        for each in _matches(path):
            yield from _walk(Path(each)) if each != STANDARD_INPUT and Path(each).is_dir() else [each]


def find_files(paths: Sequence[str]) -> Iterator[str]:
    """Yield the files of `list_files` without what cannot be read."""
    return (found for found in list_files(paths) if isinstance(found, str))


def names_nothing(path: str) -> bool:
    """Whether there is neither a file nor a folder of that name, nor anything that the pattern matches."""
    return path != STANDARD_INPUT and not any(Path(each).exists() for each in _matches(path))


def total_bytes(paths: Sequence[str]) -> int | None:
    """Size of all files together, `None` where standard input is among them."""
    if STANDARD_INPUT in paths:
        return None
    return sum(size_of(path) for path in find_files(paths))


def size_of(path: str) -> int:
    """Bytes of a file; 0 of standard input and of a file that is gone."""
    try:
        return Path(path).stat().st_size if path != STANDARD_INPUT and Path(path).is_file() else 0
    except OSError:
        return 0


def _matches(path: str) -> list[str]:
    if path == STANDARD_INPUT or Path(path).exists() or not glob.has_magic(path):
        return [path]
    return sorted(glob.glob(path, recursive=True)) or [path]  # noqa: PTH207  (pathlib wants a root first)


def _walk(folder: Path) -> Iterator[str | Unreadable]:
    """Yield what lies in a folder and below, sorted by the path within it."""
    below: list[tuple[str, str | Unreadable]] = []
    for place, folders, files in os.walk(folder, onerror=lambda error: below.append(_closed(folder, error))):
        folders[:] = [name for name in folders if not is_hidden(PurePosixPath(name))]
        for name in files:
            path = Path(place, name)
            if not is_hidden(PurePosixPath(name)):
                below.append((path.relative_to(folder).as_posix(), _file(path)))
    yield from (found for _, found in sorted(below, key=lambda each: each[0]))


def _file(path: Path) -> str | Unreadable:
    try:
        regular = path.is_file()
    except OSError:
        regular = False
    return path.as_posix() if regular else Unreadable(source=path.as_posix(), message=_NO_FILE)


def _closed(folder: Path, error: OSError) -> tuple[str, Unreadable]:
    place = Path(error.filename)
    message = (
        _CLOSED
        if isinstance(error, PermissionError)
        else f"The folder cannot be read ({error.strerror}). Look after it."
    )
    return place.relative_to(folder).as_posix(), Unreadable(source=place.as_posix(), message=message)
