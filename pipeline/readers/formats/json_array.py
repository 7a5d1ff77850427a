"""An array of JSON objects, element by element, so that an array of any length is read in little memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import ijson

from pipeline.errors import InputError
from pipeline.readers.decoding import detect_encoding
from pipeline.readers.fields import FieldNames
from pipeline.readers.formats.records import RecordPlace, read_record
from pipeline.readers.limits import MAX_ARTICLE_BYTES
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream

_PEEK = 65_536
_BROKEN = (ijson.JSONError, UnicodeDecodeError, ValueError, OverflowError, RecursionError)


class _Utf8:
    """The bytes of a stream in UTF-8, which the parser wants, and a limit to a single element."""

    def __init__(self, stream: ByteStream, encoding: str) -> None:
        self._handle = stream.handle
        self._decoder = None if encoding == "utf-8" else codecs.getincrementaldecoder(encoding)()
        self.since_element = 0

    def read(self, size: int = _PEEK) -> bytes:
        if size == 0:
            return b""  # the parser asks once what type it gets
        data = self._handle.read(size)
        self.since_element += len(data)
        if self.since_element > MAX_ARTICLE_BYTES:
            raise InputError(
                f"An element of the array has more than {MAX_ARTICLE_BYTES >> 20} MiB. Split it into articles."
            )
        if self._decoder is None:
            return data
        text = self._decoder.decode(data, final=not data)
        return text.encode("utf-8", "surrogatepass") or (self.read(size) if data else b"")


def read_json_array(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read the elements of an array; where it breaks, the elements before were read and one `Unreadable` says so.

    Raises:
        InputError: an element is too large, or the encoding is unknown.
    """
    encoding = detect_encoding(stream.handle.peek(_PEEK)[:_PEEK])
    source = _Utf8(stream, encoding)
    number = 0
    try:
        for record in ijson.items(source, "item", use_float=True):
            number += 1
            source.since_element = 0
            place = RecordPlace(stream=stream, source=f"{stream.name}#{number}", encoding=_name(encoding))
            yield read_record(place, record, names)
    except _BROKEN as error:
        message = (
            f"The array breaks after {number} elements ({_reason(error)}). Mend it there; what came before was read."
        )
        yield Unreadable(source=f"{stream.name}#{number + 1}", message=message, position=stream.position())


def _name(encoding: str) -> str:
    return "utf-8" if encoding == "utf-8-sig" else encoding


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
