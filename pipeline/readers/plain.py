"""One text a file: `.txt`."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.errors import InputError
from pipeline.readers.decoding import decode
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream


def read_plain(stream: ByteStream) -> Iterator[RawArticle | Unreadable]:
    """Read the whole stream as one article."""
    data = stream.handle.read()
    try:
        decoded = decode(data)
    except InputError as error:
        yield Unreadable(source=stream.name, message=str(error), position=stream.position())
        return
    yield RawArticle(
        source=stream.name, text=decoded.text, encoding=decoded.encoding, file_name=stream.file_name,
        position=stream.position(),
    )  # fmt: skip
