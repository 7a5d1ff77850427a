"""The files that the user's words name: files, folders, patterns, `-`; always in the same order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from pipeline.readers.streams import STANDARD_INPUT, is_hidden


def find_files(paths: Sequence[str]) -> Iterator[str]:
    """Yield the files that the paths name.

    Folders are walked, sorted by name, without hidden files, pipes and devices; a pattern (`in/**/*.html`) stands for
    what it matches, sorted. A broken link and a folder that may not be read stand for themselves, so that whoever reads
    them can tell what is wrong.
    """
    for path in paths:
        for each in _matches(path):
            yield from _walk(Path(each)) if each != STANDARD_INPUT and Path(each).is_dir() else [each]


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


def _walk(folder: Path) -> Iterator[str]:
    """Yield what lies in a folder and below, sorted by the path within it."""
    below: list[str] = []
    closed: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not is_hidden(PurePosixPath(name))]
        found = (Path(place, name) for name in files if not is_hidden(PurePosixPath(name)))
        below += [path.relative_to(folder).as_posix() for path in found if path.is_file() or _is_broken_link(path)]
    below += [path.relative_to(folder).as_posix() for path in closed]
    yield from ((folder / name).as_posix() for name in sorted(below))


def _is_broken_link(path: Path) -> bool:
    return path.is_symlink() and not path.exists()
