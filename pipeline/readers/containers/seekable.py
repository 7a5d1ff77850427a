"""Random access to a stream, for formats that begin to read at the end: zip, Parquet."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from pipeline.readers.limits import IN_MEMORY, MAX_SPOOLED
from pipeline.readers.streams import ByteStream, copy_out


@contextmanager
def seekable(stream: ByteStream) -> Iterator[IO[bytes]]:
    """The stream itself where it is a file on disk, else a copy that goes when the block ends.

    Raises:
        InputError: the stream is too long to copy.
    """
    if stream.handle.seekable():
        yield stream.handle
        return
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as copy:
        copy_out(stream, copy, MAX_SPOOLED)
        copy.seek(0)
        yield copy
