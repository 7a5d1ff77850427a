"""Byte streams out of files, archives and standard input, each with a name that tells where it came from."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import IO, Protocol

from pipeline.errors import InputError
from pipeline.readers.limits import MAX_ARTICLE_BYTES

STANDARD_INPUT = "-"
HEAD = 4_096  # bytes that tell a format
COMPRESSED = (".gz", ".zst", ".bz2", ".xz")
_BUFFER = 65_536


class Readable(Protocol):
    """What a decompressor or an archive member offers."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end."""
        ...


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
        """Last part of the name, without the archive and without `.gz` and the like."""
        last = PurePosixPath(self.name.split("!")[-1].replace("\\", "/")).name
        return next((last.removesuffix(end) for end in COMPRESSED if last.lower().endswith(end)), last)

    @property
    def suffix(self) -> str:
        """`.jsonl` of `a/News.JSONL.gz`; empty where the name has none."""
        return PurePosixPath(self.file_name.lower()).suffix

    def head(self) -> bytes:
        """The first bytes, which stay unread."""
        return self.handle.peek(HEAD)[:HEAD]

    def within(self, handle: Readable, member: str = "") -> ByteStream:
        """A stream that is packed in this one; `member` is its name in an archive."""
        name = f"{self.name}!{member}" if member else self.name
        return replace(self, name=name, handle=buffered(handle))


class _Filled(io.RawIOBase):
    """A readable as a raw stream that fills every request, so that a look ahead sees as much as there is."""

    def __init__(self, inner: Readable) -> None:
        self._inner = inner
        self._read = 0
        self._broken: Exception | None = None

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._read

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        filled = 0
        while filled < len(buffer):
            data = self._next(len(buffer) - filled, anything=filled > 0)
            if not data:
                break
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        self._read += filled
        return filled

    def _next(self, size: int, *, anything: bool) -> bytes:
        """The next bytes; an archive that breaks off tells so only after `anything` that was read before."""
        if self._broken is not None:
            raise self._broken
        try:
            return self._inner.read(size)
        except Exception as error:
            if not anything:
                raise
            self._broken = error
            return b""


def buffered(inner: Readable) -> io.BufferedReader:
    """A readable with look-ahead; it does not seek, and `tell` counts what was read."""
    return io.BufferedReader(_Filled(inner), buffer_size=_BUFFER)


def open_stream(path: str) -> ByteStream:
    """Open a file, or standard input, as it lies on disk; the caller closes `handle`.

    Raises:
        OSError: it cannot be opened.
    """
    if path == STANDARD_INPUT:
        return ByteStream(name=path, handle=buffered(sys.stdin.buffer))
    handle: io.BufferedReader = io.BufferedReader(io.FileIO(path), buffer_size=_BUFFER)
    if not handle.seekable():
        return ByteStream(name=path, handle=buffered(handle))
    return ByteStream(name=path, handle=handle, position=handle.tell)


def read_whole(stream: ByteStream) -> bytes:
    """All bytes of a stream that holds one article.

    Raises:
        InputError: it is too large for that.
    """
    data = stream.handle.read(MAX_ARTICLE_BYTES + 1)
    if len(data) > MAX_ARTICLE_BYTES:
        raise InputError(
            f"It holds more than {MAX_ARTICLE_BYTES >> 20} MiB, too much for one article. "
            "Split it into articles: one object with id and text on each line of a .jsonl file."
        )
    return data


def copy_out(stream: ByteStream, target: IO[bytes], limit: int) -> None:
    """Copy a stream.

    Raises:
        InputError: it is longer than `limit` bytes.
    """
    copied = 0
    while data := stream.handle.read(_BUFFER):
        copied += len(data)
        if copied > limit:
            raise InputError(f"It holds more than {limit >> 20} MiB. Unpack it and name what is inside.")
        target.write(data)


def is_hidden(path: PurePosixPath) -> bool:
    """`.gitkeep`, `.DS_Store`, `__MACOSX/`: what programs leave behind, never an article."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts if part not in {".", ".."})
