"""The folder of a run, read back: typed rows, one at a time, from whichever format lies there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.loading.cells import from_text, from_value
from pipeline.records.tables import table
from pipeline.records.tables.column import Row

_ADVICE = "Name a folder that `svodka run` has written, with csv or parquet among its --formats."


def read_rows(folder: Path, name: str) -> Iterator[Row]:
    """Read a table row by row, in its order; CSV where it is there, else Parquet.

    Columns that this version does not know are left out, those that an older one did not write have their default.

    Raises:
        InputError: no such table, or one whose cells are not what its columns say.
    """
    csv_file, parquet_file = folder / f"{name}.csv", folder / f"{name}.parquet"
    if csv_file.is_file():
        return _from_csv(csv_file, name)
    if parquet_file.is_file():
        return _from_parquet(parquet_file, name)
    raise InputError(f"No {csv_file} and no {parquet_file}. {_ADVICE}")


def read_summary(folder: Path) -> dict[str, Any]:
    """What `run.json` tells of the run.

    Raises:
        InputError: it is not there or no JSON.
    """
    path = folder / "run.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"No {path}. {_ADVICE}") from error
    except ValueError as error:
        raise InputError(f"{path}: no JSON ({error}). Run svodka again.") from error
    if not isinstance(content, dict):
        raise InputError(f"{path}: no JSON object. Run svodka again.")
    return content


def _from_csv(path: Path, name: str) -> Iterator[Row]:
    import csv  # noqa: PLC0415

    csv.field_size_limit(1 << 30)
    columns = {column.name: column for column in table(name).columns}
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        for row in reader:
            where = f"{path}: line {reader.line_num}"
            cells = {key: from_text(row[key], column, where) for key, column in columns.items() if row.get(key)}
            yield _row(name, cells, where)


def _from_parquet(path: Path, name: str) -> Iterator[Row]:
    import pyarrow.parquet as pq  # noqa: PLC0415  (0.3 s that CSV need not pay)

    columns = {column.name: column for column in table(name).columns}
    with pq.ParquetFile(path) as file:
        number = 0
        for batch in file.iter_batches():
            for row in batch.to_pylist():
                number += 1
                cells = {
                    key: from_value(row[key], column) for key, column in columns.items() if row.get(key) is not None
                }
                yield _row(name, cells, f"{path}: row {number}")


def _row(name: str, cells: dict[str, Any], where: str) -> Row:
    found = table(name)
    empty = {column.name: "" for column in found.columns if column.required and column.type == "string"}
    empty_lists: dict[str, Any] = {c.name: () for c in found.columns if c.required and c.type == "list"}
    try:
        return found.row_type(**{**empty, **empty_lists, **cells})
    except TypeError as error:
        raise InputError(f"{where}: a cell that must be filled is empty ({error}). {_ADVICE}") from error
