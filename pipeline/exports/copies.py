"""The tables once more, in a format of `svodka run` that the run did not write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.exports.base import Exported
from pipeline.loading.finished_run import FinishedRun
from pipeline.records.tables import TABLES
from pipeline.writers.outputs import open_writers, written_files


def export_csv(run: FinishedRun, folder: Path) -> Exported:
    """One CSV file a table."""
    return _copy(run, folder, "csv")


def export_spreadsheet(run: FinishedRun, folder: Path) -> Exported:
    """CSV files that a Russian Excel opens by double click."""
    return _copy(run, folder, "spreadsheet")


def export_parquet(run: FinishedRun, folder: Path) -> Exported:
    """One Parquet file a table."""
    return _copy(run, folder, "parquet")


def export_sqlite(run: FinishedRun, folder: Path) -> Exported:
    """One SQLite file, with `metadata.json` for Datasette."""
    return _copy(run, folder, "sqlite")


def _copy(run: FinishedRun, folder: Path, name: str) -> Exported:
    if run.format == name and folder.resolve() == run.path.resolve():
        raise InputError(f"The run in {run.path} is there as {name} already. Name another folder with --into.")
    (writer,) = open_writers(folder, [name])
    counts: dict[str, int] = {}
    try:
        for table in TABLES:
            writer.write(table, _counted(run.rows(table.name), counts, table.name))
        writer.publish()
    except BaseException:
        writer.discard()
        raise
    return Exported(files=written_files(folder, name), written=counts, notes=writer.notes())


def _counted(rows: Iterable[Any], counts: dict[str, int], name: str) -> Iterator[Any]:
    counts[name] = 0
    for row in rows:
        counts[name] += 1
        yield row
