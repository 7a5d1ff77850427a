"""Rows of Parquet files, a few at a time, and of the mapped columns alone."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.errors import InputError
from pipeline.readers.containers.seekable import seekable
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
        try:
            with pq.ParquetFile(handle) as file:
                columns = list(file.schema_arrow.names)
                check_columns(columns, names)
                yield from _rows(stream, file, columns_of_use(columns, names), names)
        except pa.ArrowException as error:
            reason = str(error).split("\n", maxsplit=1)[0][:120]
            raise InputError(f"It is no whole Parquet file ({reason}). Fetch or write it again.") from error


def _rows(stream: ByteStream, file: object, columns: list[str], names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    number = 0
    for batch in file.iter_batches(batch_size=ROWS, columns=columns, use_threads=False):  # type: ignore[attr-defined]
        for row in batch.to_pylist():
            number += 1
            place = RecordPlace(stream=stream, source=f"{stream.name}#{number}", encoding="utf-8")
            yield read_record(place, row, names)
