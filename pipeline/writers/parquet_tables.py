"""Tables as Parquet, with types, and the meaning and unit of every column in the schema's metadata."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.records.tables import SCHEMA_VERSION, TABLES, Table
from pipeline.records.tables.column import SEPARATOR, Column, Row, values
from pipeline.writers.base import move_into_place, temporary

ROWS_A_GROUP = 20_000
_TYPES: dict[str, Any] = {
    "string": pa.string(),
    "list": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


class ParquetTables:
    """One Parquet file a table in a folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._paths = {each.name: folder / f"{each.name}.parquet" for each in TABLES}
        self._schemas = {each.name: _schema(each) for each in TABLES}
        self._writers = {
            name: pq.ParquetWriter(temporary(path), self._schemas[name]) for name, path in self._paths.items()
        }

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """Append rows to a table, a row group at a time."""
        schema = self._schemas[table.name]
        stream = iter(rows)
        while group := [values(row) for row in islice(stream, ROWS_A_GROUP)]:
            arrays = [
                pa.array(cells, type=field.type) for cells, field in zip(zip(*group, strict=True), schema, strict=True)
            ]
            self._writers[table.name].write_table(pa.Table.from_arrays(arrays, schema=schema))

    def publish(self) -> None:
        """Move the finished files into place."""
        for name, writer in self._writers.items():
            writer.close()
            move_into_place(self._paths[name])

    def discard(self) -> None:
        """Remove what was written."""
        for name, writer in self._writers.items():
            writer.close()
            temporary(self._paths[name]).unlink(missing_ok=True)

    def notes(self) -> tuple[str, ...]:
        """Nothing: Parquet holds every cell as it is."""
        return ()


def _schema(table: Table) -> Any:
    metadata = {"table": table.name, "meaning": table.meaning, "schema_version": SCHEMA_VERSION}
    if table.key:
        metadata["primary_key"] = SEPARATOR.join(table.key)
    return pa.schema([_field(column) for column in table.columns], metadata=metadata)


def _field(column: Column) -> Any:
    # Nullable even where a cell is always filled: one odd row must not cost a whole run its tables.
    metadata = {"meaning": column.meaning, "unit": column.unit}
    if column.values:
        metadata["values"] = SEPARATOR.join(column.values)
    return pa.field(column.name, _TYPES[column.type], metadata=metadata)
