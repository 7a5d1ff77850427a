"""One text a file: `.txt`."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.readers.decoding import decode
from pipeline.readers.fields import FieldNames
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream, read_whole


def read_plain(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read the whole stream as one article.

    Raises:
        InputError: it is too large, or its bytes are no text.
    """
    decoded = decode(read_whole(stream))
    yield RawArticle(
        source=stream.name, text=decoded.text, encoding=decoded.encoding, file_name=stream.file_name,
        position=stream.position(),
    )  # fmt: skip
