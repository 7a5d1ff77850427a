"""The rows of a table out of the files that a run wrote: Parquet, SQLite or CSV, one row at a time."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.loading.cells import CellError, RowMaker
from pipeline.records.tables import Table
from pipeline.records.tables.column import Row

ROWS_AT_ONCE = 2_000
LONGEST_CELL = 1 << 30
Stored = tuple[int, Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReader:
    """How one format is read.

    Attributes:
        stored: the rows of a table as they are stored in a file, each with its number; `unit` says what is counted.
    """

    stored: Callable[[Path, Table], Iterator[Stored]]
    unit: str = "row"

    def rows(self, path: Path, table: Table) -> Iterator[Row]:
        """The rows of a table as instances of its row type.

        Raises:
            InputError: the file is damaged, lacks a column, or a cell is not what its column holds.
        """
        maker = RowMaker(table)
        try:
            for number, cells in self.stored(path, table):
                try:
                    yield maker.row(cells)
                except CellError as error:
                    where = f"{path}: {self.unit} {number}"
                    raise InputError(f"{where}, {error}. Mend it, or run svodka again to write it anew.") from error
        except (OSError, ValueError, TypeError, sqlite3.Error, csv.Error) as error:
            raise InputError(f"{path} cannot be read: {error}. Run svodka again to write it anew.") from error


def read_only(path: Path) -> closing[sqlite3.Connection]:
    """A database that is closed at the end of the block and never made or changed."""
    return closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True))


def _parquet_rows(path: Path, table: Table) -> Iterator[Stored]:
    import pyarrow.parquet as pq  # noqa: PLC0415  (0.3 s that other formats need not pay)

    with pq.ParquetFile(path) as file:
        there = set(file.schema_arrow.names)
        wanted = [column.name for column in table.columns if column.name in there]
        batches = file.iter_batches(ROWS_AT_ONCE, columns=wanted)
        yield from enumerate((row for batch in batches for row in batch.to_pylist()), 1)


def _sqlite_rows(path: Path, table: Table) -> Iterator[Stored]:
    with read_only(path) as database:
        database.row_factory = sqlite3.Row
        rows = database.execute(f"SELECT * FROM {table.name} ORDER BY rowid")
        yield from enumerate(map(dict, rows), 1)


def _csv_rows(path: Path, table: Table) -> Iterator[Stored]:
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as handle:  # an editor may have put a byte order mark there
        reader = csv.DictReader(handle, strict=True)
        for row in reader:
            if None in row:
                raise ValueError(f"line {reader.line_num} has more cells than columns")
            yield reader.line_num, row


# The one that is read fastest first.
READERS: dict[str, TableReader] = {
    "parquet": TableReader(stored=_parquet_rows),
    "sqlite": TableReader(stored=_sqlite_rows),
    "csv": TableReader(stored=_csv_rows, unit="line"),
}
