"""An array of JSON objects, element by element, so that an array of any length is read in little memory."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator

from pipeline.errors import InputError
from pipeline.readers.decoding import detect_encoding
from pipeline.readers.fields import FieldNames
from pipeline.readers.formats.records import RecordPlace, read_record
from pipeline.readers.limits import MAX_ARTICLE_BYTES
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream

_PORTION = 65_536
_SPACE = " \t\r\n"
_SCAN = json.JSONDecoder().raw_decode


class _Window:
    """The part of the text from which an element is being read; it grows until the element is whole."""

    def __init__(self, handle: io.BufferedReader, encoding: str) -> None:
        self._handle = handle
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._text = ""
        self._at = 0

    def elements(self) -> Iterator[object]:
        """Yield the elements.

        Raises:
            ValueError: the text is no array (any further).
            InputError: an element is too large.
        """
        self._take("[")
        if self._next() == "]":
            return
        while True:
            yield self._element()
            if self._next() == "]":
                break
            self._take(",")
        self._take("]")
        if self._next():
            raise ValueError("something follows its end")

    def _element(self) -> object:
        self._next()
        while True:
            try:
                value, end = _SCAN(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._grow():
                    raise ValueError(error.msg) from error
                continue
            if end < len(self._text) or not self._grow():  # a number may go on
                self._at = end
                return value

    def _next(self) -> str:
        """The next sign that is no white space, which stays; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._grow():
                return ""

    def _take(self, sign: str) -> None:
        found = self._next()
        if found != sign:
            raise ValueError(f"{found or 'its end'} stands where {sign} should")
        self._at += 1

    def _grow(self) -> bool:
        """Double what waits; false at the end of the stream."""
        waiting = self._text[self._at :]
        if len(waiting) > MAX_ARTICLE_BYTES:
            raise InputError(f"An element of it has more than {MAX_ARTICLE_BYTES >> 20} MiB. Split it into articles.")
        data = self._handle.read(max(_PORTION, len(waiting)))
        self._text, self._at = waiting + self._decoder.decode(data, final=not data), 0
        return bool(data)


def read_json_array(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read the elements of an array; where it breaks, the elements before were read and one `Unreadable` says so.

    Raises:
        InputError: an element is too large, or the encoding is unknown.
    """
    encoding = detect_encoding(stream.handle.peek(_PORTION)[:_PORTION])
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    number = 0
    try:
        for record in _Window(stream.handle, encoding).elements():
            number += 1
            yield read_record(
                RecordPlace(stream=stream, source=f"{stream.name}#{number}", encoding=name), record, names
            )
    except (ValueError, RecursionError) as error:
        message = f"The array breaks after {number} elements ({error}). Mend it there; what came before was read."
        yield Unreadable(source=f"{stream.name}#{number + 1}", message=message, position=stream.position())
