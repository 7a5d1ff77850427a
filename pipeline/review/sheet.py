"""Writes `review.csv`: the records of a run to decide on, below the decisions that were made already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.loading.finished_run import FinishedRun, open_run
from pipeline.records.tables import table as table_named
from pipeline.records.tables.column import cells
from pipeline.review.allowed import REVIEWED
from pipeline.review.lines import COLUMNS, rows_of
from pipeline.user_files import user_file
from pipeline.writers.base import replacing
from pipeline.writers.csv_tables import csv_writer, fit_cell, harmless, open_csv

NAME = "review.csv"
# What a person needs to see to decide; the same names in every table, or empty there.
SHOWN = ("confidence", "certainty", "type", "status", "date", "place", "participants", "title", "text", "doc_id")
_NUMBERS = ("confidence", "certainty")
_TEXT = {"events": "evidence", "quotes": "text", "positions": "text", "relations": "head"}
_TITLE = {"quotes": "speaker", "positions": "person", "relations": "tail"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How many decisions were kept and how many records stand to be decided on."""

    path: Path
    decided: int
    open: int


def write_sheet(
    tables: Path, path: Path, *, names: Sequence[str] = ("events",), below: float = 1.0, spreadsheet: bool = False
) -> Sheet:
    """Write the file to edit.

    Args:
        tables: folder of a run.
        path: file to write; decisions that stand in it are kept, with their lines at the top.
        names: tables whose records to list.
        below: list only records that are at most so sure: events by their certainty, others by their confidence.
        spreadsheet: as a Russian spreadsheet opens it: semicolons, decimal commas, byte order mark, no formulas.

    Raises:
        InputError: the folder holds no run, or a table's records cannot be reviewed.
        ResourceError: the file that is there cannot be read.
        OutputError: it cannot be written.
    """
    _check_names(names)
    run = open_run(tables)
    decided = [row for row in _earlier(path) if row.get("decision") or row.get("note")]
    known = {(row["table"], identifier) for row in decided for identifier in _ids(row)}
    rows = [row for name in names for row in _records(run, name, below) if (name, row["id"]) not in known]
    columns = (*COLUMNS, *SHOWN)
    with replacing(path) as part, open_csv(part, spreadsheet=spreadsheet) as handle:
        writer = csv_writer(handle, spreadsheet=spreadsheet)
        writer.writerow(columns)
        shown = _as_spreadsheet if spreadsheet else _as_csv
        for row in [*decided, *rows]:
            writer.writerow([shown(column, row.get(column, "")) for column in columns])
    return Sheet(path=path, decided=len(decided), open=len(rows))


def _as_csv(column: str, cell: str) -> str:
    # Decisions made in a spreadsheet stand beside new records: one decimal sign in the whole file.
    return cell.replace(",", ".") if column in _NUMBERS else cell


def _as_spreadsheet(column: str, cell: str) -> str:
    return cell.replace(".", ",") if column in _NUMBERS else fit_cell(harmless(cell))


def _earlier(path: Path) -> Iterable[Mapping[str, str]]:
    if not path.is_file():
        return []
    return [row for _, row in rows_of(user_file(path).read_text(), str(path))]


def _ids(row: Mapping[str, str]) -> Iterator[str]:
    """The record's id, and the one it has once its type is corrected."""
    yield row["id"]
    if row.get("column") == "type":
        yield f"{row['id'].rpartition('-')[0]}-{''.join(c for c in row['value'] if c.isalnum())}"


def _records(run: FinishedRun, name: str, below: float) -> Iterator[dict[str, str]]:
    table = table_named(name)
    columns = [column.name for column in table.columns]
    for row in run.rows(name):
        found = dict(zip(columns, cells(row), strict=True))
        if float(found.get("certainty") or found.get("confidence") or 0) > below:
            continue
        shown = {column: found.get(column, "") for column in SHOWN}
        shown["text"] = found.get(_TEXT[name], "")
        shown["title"] = found.get(_TITLE.get(name, "title"), "")
        yield {"table": name, "id": found[table.key[0]], **shown}


def _check_names(names: Sequence[str]) -> None:
    unknown = [name for name in names if name not in REVIEWED]
    if unknown:
        raise InputError(f"{unknown[0]!r} cannot be reviewed. Choose from {', '.join(REVIEWED)}.")
