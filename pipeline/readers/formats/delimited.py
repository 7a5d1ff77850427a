"""Rows of CSV and TSV under a header."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import zip_longest

from pipeline.errors import InputError
from pipeline.readers.fields import FieldNames, check_columns
from pipeline.readers.formats.lines import TextLine, decoded_lines
from pipeline.readers.formats.records import RecordPlace, read_record
from pipeline.readers.limits import MAX_ARTICLE_BYTES
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream

DELIMITERS = ",;\t|"
_BLANK = f"{DELIMITERS}\ufeff \r\n"


class _Lines:
    """The lines that a CSV reader asks for, with what it cannot be told: encodings, errors, where a row began."""

    def __init__(self, lines: Iterator[TextLine]) -> None:
        self._lines = lines
        self._waiting: TextLine | None = None
        self.number = 0
        self.characters = 0
        self.exhausted = False
        self.encoding = "utf-8"
        self.error = ""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting or next(self._lines, None)
        self._waiting = None
        if line is None:
            self.exhausted = True
            raise StopIteration
        self.number += 1
        self.error = self.error or line.error
        self.encoding = line.encoding or self.encoding
        self.characters += len(line.text)
        if self.characters > MAX_ARTICLE_BYTES:
            raise csv.Error("it has no end")
        return line.text

    def begin_row(self) -> None:
        self.error, self.characters = "", 0

    def first(self) -> str:
        """The header, which the reader will get again; empty rows above it are passed over."""
        self._waiting = next(self._lines, None)
        while self._waiting and not (self._waiting.error or self._waiting.text.strip(_BLANK)):
            self.number += 1
            self._waiting = next(self._lines, None)
        return self._waiting.text if self._waiting else ""


def read_delimited(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read a row an article; a row that does not fit the header is one `Unreadable`.

    Raises:
        InputError: no column of the header is known to hold the text.
    """
    csv.field_size_limit(MAX_ARTICLE_BYTES)
    lines = _Lines(decoded_lines(stream))
    delimiter = _delimiter(lines.first(), stream.suffix)
    rows = csv.reader(lines, delimiter=delimiter)
    header = _header(rows, names)
    while True:
        lines.begin_row()
        place = RecordPlace(stream=stream, source=f"{stream.name}#{lines.number + 1}", encoding=lines.encoding)
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield place.unreadable(f"The row is no CSV ({_reason(error)}). Mend it, or remove it from the dump.")
            continue
        if row is None:
            return
        if row:
            yield _read_row(place, header, row, lines, names)


def _header(rows: Iterator[list[str]], names: FieldNames) -> list[str]:
    try:
        header = [cell.strip("\ufeff \t") for cell in next(rows, [])]
    except csv.Error as error:
        raise InputError(f"Its first row is no header ({error}). Begin the file with names of columns.") from error
    if header:
        check_columns(header, names)
    return header


def _read_row(
    place: RecordPlace, header: list[str], row: list[str], lines: _Lines, names: FieldNames
) -> RawArticle | Unreadable:
    place = RecordPlace(stream=place.stream, source=place.source, encoding=lines.encoding)
    if lines.error:
        return place.unreadable(lines.error)
    if lines.exhausted:  # the reader wanted more: it stands within quotation marks
        return place.unreadable(
            f"A quotation mark that opens in this row is never closed, so lines to {lines.number} are no rows. Mend it."
        )
    if any(cell.strip() for cell in row[len(header) :]):
        return place.unreadable(
            f"It has {len(row)} cells, the header {len(header)}. Put cells that hold the delimiter in quotation marks."
        )
    return read_record(place, dict(zip_longest(header, row[: len(header)])), names)


def _reason(error: csv.Error) -> str:
    """The library's words, but for a hint that is for programmers."""
    told = str(error)
    return "a line end, CR, stands outside quotation marks" if told.startswith("new-line character") else told


def _delimiter(header: str, suffix: str) -> str:
    """The sign that parts most of the header's names; a tab for `.tsv`."""
    if suffix in {".tsv", ".tab"}:
        return "\t"
    outside = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=outside.count)
