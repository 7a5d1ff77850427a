"""The tables of a run as typed pandas DataFrames."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import InputError
from pipeline.loading.cells import TRUTH
from pipeline.loading.finished_run import FinishedRun, open_run
from pipeline.loading.table_files import read_only
from pipeline.records.tables import TABLES, Table
from pipeline.records.tables.column import Column

if TYPE_CHECKING:
    import pandas as pd


def load(out: str | Path) -> dict[str, pd.DataFrame]:
    """Load the tables that `svodka run --out OUT` wrote.

    Text is `string`, whole numbers are `Int64`, numbers `Float64`, days `datetime64[s]`, columns with a fixed set of
    values are categories in their published order; an empty cell is missing (`NA`, `NaT`, `NaN`) in all of them. `date`
    and `value` stay text, since EDTF tells more than a day can. `frame.attrs["columns"]` says what each column means.

    Args:
        out: the folder of the run; Parquet, SQLite or CSV, whichever is there.

    Returns:
        One DataFrame a table, by its name: documents, mentions, entities, positions, events, event_arguments, quotes,
        relations, event_clusters.

    Raises:
        InputError: no run wrote this folder, or a table in it is damaged.
    """
    run = open_run(Path(out))
    return {table.name: _frame(run, table) for table in TABLES}


def _frame(run: FinishedRun, table: Table) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415  (half a second that other exports need not pay)

    path = run.file(table.name)
    try:
        stored = _STORED[run.format](path, table.name)
        frame = pd.DataFrame({column.name: _typed(column, stored[column.name]) for column in table.columns})
    except KeyError as error:
        raise InputError(f"{path} has no column {error}. Run svodka again to write it anew.") from error
    except (OSError, ValueError, TypeError, sqlite3.Error, pd.errors.DatabaseError) as error:
        raise InputError(f"{path} cannot be read: {error}. Run svodka again to write it anew.") from error
    frame.attrs = {"table": table.meaning, "columns": {column.name: column.meaning for column in table.columns}}
    return frame


def _from_parquet(path: Path, name: str) -> Any:
    import pandas as pd  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    types = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.string(): pd.StringDtype()}
    return pq.read_table(path).to_pandas(types_mapper=types.get, date_as_object=False)


def _from_sqlite(path: Path, name: str) -> Any:
    import pandas as pd  # noqa: PLC0415

    with read_only(path) as database:
        return pd.read_sql_query(f"SELECT * FROM {name} ORDER BY rowid", database)


def _from_csv(path: Path, name: str) -> Any:
    import pandas as pd  # noqa: PLC0415

    return pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8-sig")


_STORED: dict[str, Callable[[Path, str], Any]] = {
    "parquet": _from_parquet, "sqlite": _from_sqlite, "csv": _from_csv,
}  # fmt: skip


def _typed(column: Column, stored: Any) -> Any:
    import pandas as pd  # noqa: PLC0415

    if column.values:
        unforeseen = sorted(set(stored.dropna()) - set(column.values))  # what a later version may add is not lost
        return pd.Categorical(stored, categories=[*column.values, *unforeseen])
    if column.type == "integer":
        return pd.to_numeric(stored).astype("Int64")
    if column.type == "number":
        return pd.to_numeric(stored).astype("Float64")
    if column.type == "boolean":
        return stored.map(TRUTH).astype("boolean")
    return _days(stored) if column.type == "date" else stored.astype("string")


def _days(stored: Any) -> Any:
    """Days by the second: by the nanosecond, pandas would not know those before 1677."""
    import numpy as np  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415

    if stored.dtype.kind == "M":
        return stored.astype("datetime64[s]")
    written = [day if known else "NaT" for day, known in zip(stored, stored.notna(), strict=True)]
    return pd.array(np.array(written, dtype="datetime64[s]"))
