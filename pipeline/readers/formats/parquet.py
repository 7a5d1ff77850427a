"""Rows of Parquet files, a few at a time, and of the mapped columns alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pipeline.errors import InputError
from pipeline.readers.containers.seekable import seekable
from pipeline.readers.decoding import decode
from pipeline.readers.fields import FieldNames, check_columns, columns_of_use
from pipeline.readers.formats.records import RecordPlace, read_record
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream

ROWS = 64  # in memory at a time, beside the pages of their row group that are being unpacked


def read_parquet(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read a row an article.

    Raises:
        InputError: no column is known to hold the text, or the file is no Parquet.
    """
    import pyarrow as pa  # noqa: PLC0415  (0.2 s)
    import pyarrow.parquet as pq  # noqa: PLC0415

    with seekable(stream) as handle:
        size = handle.seek(0, os.SEEK_END)
        try:
            with pq.ParquetFile(handle) as file:
                columns = list(file.schema_arrow.names)
                check_columns(columns, names)
                yield from _rows(stream, file, columns_of_use(columns, names), names, size)
        except pa.ArrowException as error:
            reason = str(error).split("\n", maxsplit=1)[0][:120]
            raise InputError(f"It is no whole Parquet file ({reason}). Fetch or write it again.") from error


def _rows(
    stream: ByteStream, file: Any, columns: list[str], names: FieldNames, size: int
) -> Iterator[RawArticle | Unreadable]:
    number, total = 0, max(1, file.metadata.num_rows)
    for batch in file.iter_batches(batch_size=ROWS, columns=columns, use_threads=False):
        for row in batch.to_pylist():
            number += 1
            found = _read_row(stream, f"{stream.name}#{number}", row, names)
            if stream.handle.seekable():  # where the file is read says nothing: its index stands at its end
                found = replace(found, position=size * number // total)
            yield found


def _read_row(stream: ByteStream, source: str, row: dict[str, object], names: FieldNames) -> RawArticle | Unreadable:
    """A row; a column of bytes without a word on their encoding is decoded."""
    place = RecordPlace(stream=stream, source=source, encoding="utf-8")
    for name, value in row.items():
        if isinstance(value, bytes):
            try:
                decoded = decode(value)
            except InputError as error:
                return place.unreadable(str(error))
            row[name] = decoded.text
            place = replace(place, encoding=decoded.encoding)
    return read_record(place, row, names)
