"""One compressed stream: gzip, bzip2, xz, zstandard."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Iterator
from typing import IO, cast

from pipeline.readers.containers.budget import Budget, Metered
from pipeline.readers.streams import ByteStream, Readable


def open_gzip(stream: ByteStream) -> Iterator[ByteStream]:
    """Yield the unpacked stream; the parts of a file that was written in several are one."""
    yield _unpacked(stream, _Pieces(gzip.GzipFile(fileobj=stream.handle, mode="rb")))


def open_bzip2(stream: ByteStream) -> Iterator[ByteStream]:
    """Yield the unpacked stream."""
    yield _unpacked(stream, _Pieces(bz2.BZ2File(stream.handle)))


def open_xz(stream: ByteStream) -> Iterator[ByteStream]:
    """Yield the unpacked stream."""
    packed = lzma.LZMAFile(cast(IO[bytes], stream.handle))  # noqa: SIM115  (ends with its stream)
    yield _unpacked(stream, _Pieces(packed))


def open_zstandard(stream: ByteStream) -> Iterator[ByteStream]:
    """Yield the unpacked stream. Arrow unpacks: it is here for Parquet anyway, and tells a file that was cut."""
    import pyarrow as pa  # noqa: PLC0415  (0.2 s)

    yield _unpacked(stream, pa.CompressedInputStream(pa.PythonFile(stream.handle, mode="r"), "zstd"))


class _Pieces:
    """Hands on what is unpacked piece by piece: of a cut file `read` loses all that it had for one request."""

    def __init__(self, inner: gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile) -> None:
        self._inner = inner

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end."""
        return self._inner.read1(size)


def _unpacked(stream: ByteStream, reader: Readable) -> ByteStream:
    return stream.within(Metered(reader, Budget(stream.handle.tell)))
