"""Byte streams out of files, archives and standard input, each with a name that tells where it came from."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO, cast

STANDARD_INPUT = "-"
ARCHIVE_ERRORS = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)


@dataclass(frozen=True, slots=True, kw_only=True)
class ByteStream:
    """Bytes of one file or archive member.

    Attributes:
        name: path, with `!member` inside an archive; `-` for standard input.
        position: tells how many bytes of the file on disk have been read.
    """

    name: str
    handle: io.BufferedReader
    position: Callable[[], int] = lambda: 0

    @property
    def file_name(self) -> str:
        """Last part of the name, without the archive and without `.gz`."""
        last = PurePosixPath(self.name.split("!")[-1].replace("\\", "/")).name
        return last.removesuffix(".gz")

    def again(self, data: IO[bytes]) -> ByteStream:
        """The same source with other bytes."""
        return replace(self, handle=_buffered(data))


def open_streams(path: str) -> Iterator[ByteStream]:
    """Yield the streams of a file, archive members in the order of their names.

    Raises:
        OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError: (`ARCHIVE_ERRORS`) the file cannot be read.
    """
    if path == STANDARD_INPUT:
        given = sys.stdin.buffer
        yield ByteStream(name=path, handle=given if isinstance(given, io.BufferedReader) else _buffered(given))
        return
    with Path(path).open("rb") as raw:
        kind = raw.read(4)
        raw.seek(0)
        if kind.startswith(b"PK\x03\x04") or path.lower().endswith(".zip"):
            yield from _members(path, raw)
        elif kind.startswith(b"\x1f\x8b"):
            yield ByteStream(
                name=path, handle=_buffered(cast(IO[bytes], gzip.GzipFile(fileobj=raw))), position=raw.tell
            )
        else:
            yield ByteStream(name=path, handle=raw, position=raw.tell)


def _members(path: str, raw: io.BufferedReader) -> Iterator[ByteStream]:
    with zipfile.ZipFile(raw) as archive:
        names = sorted(info.filename for info in archive.infolist() if not info.is_dir())
        for name in names:
            if not is_hidden(PurePosixPath(name)):
                with archive.open(name) as member:
                    yield ByteStream(name=f"{path}!{name}", handle=_buffered(member), position=raw.tell)


def is_hidden(path: PurePosixPath) -> bool:
    """`.gitkeep`, `.DS_Store`, `__MACOSX/`: what programs leave behind, never an article."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts if part not in {".", ".."})


def _buffered(handle: IO[bytes]) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, handle), buffer_size=65_536)
