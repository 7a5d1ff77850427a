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
    yield _unpacked(stream, gzip.GzipFile(fileobj=stream.handle, mode="rb"))


def open_bzip2(stream: ByteStream) -> Iterator[ByteStream]:
    """Yield the unpacked stream."""
    yield _unpacked(stream, bz2.BZ2File(stream.handle))


def open_xz(stream: ByteStream) -> Iterator[ByteStream]:
    """Yield the unpacked stream."""
    yield _unpacked(stream, lzma.LZMAFile(cast(IO[bytes], stream.handle)))  # noqa: SIM115  (ends with its stream)


def open_zstandard(stream: ByteStream) -> Iterator[ByteStream]:
    """Yield the unpacked stream. Arrow unpacks: it is here for Parquet anyway, and tells a file that was cut."""
    import pyarrow as pa  # noqa: PLC0415  (0.2 s)

    yield _unpacked(stream, pa.CompressedInputStream(pa.PythonFile(stream.handle, mode="r"), "zstd"))


def _unpacked(stream: ByteStream, reader: Readable) -> ByteStream:
    return stream.within(Metered(reader, Budget(stream.handle.tell)))
