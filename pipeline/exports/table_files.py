"""Rows of a table out of the files that a run wrote: Parquet, SQLite or CSV, one row at a time."""

from __future__ import annotations

import csv
import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.records.tables import Table
from pipeline.records.tables.column import SEPARATOR, Column, ColumnType

ROWS_AT_ONCE = 2_000
LONGEST_CELL = 1 << 30
Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReader:
    """How one format is read: `file` is where a table lies, `raw_rows` yields its rows as they are stored."""

    file: Callable[[Path, Table], Path]
    raw_rows: Callable[[Path, Table], Iterator[Raw]]

    def rows(self, folder: Path, table: Table) -> Iterator[Any]:
        """The rows of a table as instances of its row type.

        Raises:
            InputError: the file is damaged, lacks a column, or a cell is not what its column holds.
        """
        path = self.file(folder, table)
        made = _row_maker(table, path)
        try:
            yield from (made(raw) for raw in self.raw_rows(path, table))
        except (OSError, ValueError, TypeError, sqlite3.Error, csv.Error) as error:
            raise InputError(f"{path} cannot be read: {error}. Run svodka again to write it anew.") from error


def _row_maker(table: Table, path: Path) -> Callable[[Raw], Any]:
    defaults = {each.name: each.default for each in fields(table.row_type) if each.default is not MISSING}

    def cell(column: Column, raw: Raw) -> Any:
        value = raw.get(column.name)
        if value is not None and value != "":
            return _FROM_STORED[column.type](value)
        if column.name in defaults:
            return defaults[column.name]
        if column.type == "string" and column.name in raw:
            return ""
        raise InputError(f"{path}: a row has no {column.name}. Run svodka again to write it anew.")

    return lambda raw: table.row_type(**{column.name: cell(column, raw) for column in table.columns})


def _date(value: Any) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)


_FROM_STORED: dict[ColumnType, Callable[[Any], Any]] = {
    "string": str,
    "list": lambda value: tuple(value.split(SEPARATOR)),
    "integer": int,
    "number": float,
    "boolean": lambda value: value in {True, "true"},
    "date": _date,
}


def _parquet_rows(path: Path, table: Table) -> Iterator[Raw]:
    import pyarrow.parquet as pq  # noqa: PLC0415  (0.3 s that other formats need not pay)

    with pq.ParquetFile(path) as file:
        there = set(file.schema_arrow.names)
        wanted = [column.name for column in table.columns if column.name in there]
        for batch in file.iter_batches(ROWS_AT_ONCE, columns=wanted):
            yield from batch.to_pylist()


def _sqlite_rows(path: Path, table: Table) -> Iterator[Raw]:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        rows: Iterable[sqlite3.Row] = database.execute(f"SELECT * FROM {table.name} ORDER BY rowid")
        yield from (dict(row) for row in rows)


def _csv_rows(path: Path, table: Table) -> Iterator[Raw]:
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle, strict=True)


READERS: dict[str, TableReader] = {
    "parquet": TableReader(file=lambda folder, table: folder / f"{table.name}.parquet", raw_rows=_parquet_rows),
    "sqlite": TableReader(file=lambda folder, table: folder / "svodka.sqlite", raw_rows=_sqlite_rows),
    "csv": TableReader(file=lambda folder, table: folder / f"{table.name}.csv", raw_rows=_csv_rows),
}
