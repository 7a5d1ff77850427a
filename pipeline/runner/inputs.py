"""The files of a dump, each with its size and hash: tells whether a run goes on over the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.readers.inputs import find_files
from pipeline.readers.streams import STANDARD_INPUT


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file as it was when the run began.

    Attributes:
        bytes: its size; `None` for standard input and for what is no file.
        sha256: of its content, hexadecimal; empty where `bytes` is `None`.
    """

    path: str
    bytes: int | None = None
    sha256: str = ""

    @property
    def is_stream(self) -> bool:
        """Whether it is standard input, which cannot be looked at twice."""
        return self.path == STANDARD_INPUT


def take_note(inputs: Sequence[str], *, out: Path) -> tuple[InputFile, ...]:
    """The files that the inputs name, each once, in the order in which they are read.

    What lies in `out`, the folder of the tables, is no input unless it is named itself.

    Raises:
        InputError: there is not one.
    """
    missing = [path for path in inputs if path != STANDARD_INPUT and not Path(path).exists()]
    paths = [path for path in dict.fromkeys(find_files(inputs)) if path in inputs or not _within(path, out)]
    if len(missing) == len(inputs) and not any(Path(path).exists() for path in paths):
        named = ", ".join(missing) or "none given"
        raise InputError(f"No such input: {named}. Name a file or a folder of articles, or - for standard input.")
    if not paths and any(_within(path, out) for path in find_files(inputs)):
        raise InputError(f"All that was named lies in {out}, where the tables go: choose another folder with --out.")
    if not paths:
        raise InputError(f"There is no file in {', '.join(inputs)}. Put articles there as .txt or .jsonl.")
    return tuple(map(_noted, paths))


def total_size(files: Sequence[InputFile]) -> int | None:
    """Bytes of all files together, `None` where standard input is among them."""
    if any(file.is_stream for file in files):
        return None
    return sum(file.bytes or 0 for file in files)


def _noted(path: str) -> InputFile:
    if path == STANDARD_INPUT or not Path(path).is_file():
        return InputFile(path=path)
    try:
        with Path(path).open("rb") as handle:
            digest = hashlib.file_digest(handle, "sha256").hexdigest()
            return InputFile(path=path, bytes=handle.tell(), sha256=digest)
    except OSError:  # it may not be read, or has just gone: the reader says so
        return InputFile(path=path)


def _within(path: str, folder: Path) -> bool:
    return path != STANDARD_INPUT and Path(path).resolve().is_relative_to(folder.resolve())
