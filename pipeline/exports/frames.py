"""The tables of a run as typed pandas DataFrames."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.exports.run_folder import RunFolder, open_run
from pipeline.records.tables import TABLES, Table
from pipeline.records.tables.column import SEPARATOR, Column

if TYPE_CHECKING:
    import pandas as pd

# Days are kept by the second: by the nanosecond, pandas would not know those before 1677.
_DTYPES: dict[str, Any] = {
    "string": "string",
    "list": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}


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


def _frame(run: RunFolder, table: Table) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415  (half a second that other exports need not pay)

    cells = _cells(run, table)
    frame = pd.DataFrame({column.name: _series(column, cells[column.name]) for column in table.columns})
    frame.attrs = {"table": table.meaning, "columns": {column.name: column.meaning for column in table.columns}}
    return frame


def _cells(run: RunFolder, table: Table) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {column.name: [] for column in table.columns}
    for row in run.rows(table):
        for name, cells in found.items():
            cells.append(_unknown_as_none(getattr(row, name)))
    return found


def _unknown_as_none(value: Any) -> Any:
    if isinstance(value, tuple):
        value = SEPARATOR.join(value)
    return None if value == "" else value


def _series(column: Column, cells: list[Any]) -> Any:
    import pandas as pd  # noqa: PLC0415

    if column.values:
        return pd.Categorical(cells, categories=list(column.values))
    return pd.array(cells, dtype=_DTYPES[column.type])
