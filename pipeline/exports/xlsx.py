"""`svodka.xlsx`: all tables in one workbook, with links from events, posts and quotes to their articles."""

from __future__ import annotations

import datetime as dt
import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from pipeline.exports.base import Exported
from pipeline.exports.xlsx_sheets import ROWS_A_SHEET, Formats, TableSheets
from pipeline.loading.articles import articles_of
from pipeline.loading.finished_run import FinishedRun
from pipeline.records.merged import ARTICLE_TABLES
from pipeline.records.tables import TABLES
from pipeline.writers.base import replacing
from pipeline.writers.csv_tables import cut_note

NAME = "svodka.xlsx"
ABOUT = "about"
# Mentions and relations are too many: Excel allows few links a sheet, and opens many slowly.
LINKED = {"positions", "events", "event_arguments", "quotes"}
# Excel asks for a day of creation; one and the same, so that the same tables give the same bytes.
CREATED = dt.datetime(2000, 1, 1)
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def export(run: FinishedRun, folder: Path, *, rows_a_sheet: int = ROWS_A_SHEET) -> Exported:
    """Write the workbook.

    Args:
        run: the finished run.
        folder: where the workbook goes.
        rows_a_sheet: rows that a sheet holds, its header included; what is more goes on in `events (2)`.
    """
    path = folder / NAME
    with replacing(path) as part, _workbook(part) as workbook:
        workbook.set_properties({"title": "Svodka", "created": CREATED})
        formats = Formats(workbook)
        about = workbook.add_worksheet(ABOUT)
        sheets = {each.name: TableSheets(workbook, each, formats=formats, rows_a_sheet=rows_a_sheet) for each in TABLES}
        _write_rows(run, sheets)
        for each in sheets.values():
            each.finish()
        notes = _notes(sheets)
        _write_about(about, formats, run, notes)
    return Exported(files=(path,), written={name: each.rows for name, each in sheets.items()}, notes=notes)


@contextmanager
def _workbook(path: Path) -> Iterator[xlsxwriter.Workbook]:
    """A workbook that is written at the end of the block.

    Raises:
        OSError: the disk refuses.
    """
    try:
        with xlsxwriter.Workbook(path, _OPTIONS) as workbook:
            yield workbook
    except FileCreateError as error:
        raise OSError(errno.EIO, str(error)) from error


def _write_rows(run: FinishedRun, sheets: dict[str, TableSheets]) -> None:
    for article in articles_of(run):
        sheets["documents"].add(article.document)
        place = sheets["documents"].last_row
        for name in ARTICLE_TABLES:
            for row in getattr(article, name):
                sheets[name].add(row, article=place if name in LINKED else None)
    for name in ("entities", "event_clusters"):
        for row in run.rows(name):
            sheets[name].add(row)


def _notes(sheets: dict[str, TableSheets]) -> tuple[str, ...]:
    notes = list(cut_note(sum(each.cut for each in sheets.values())))
    for name, each in sheets.items():
        if each.parts > 1:
            notes.append(f"{name} has {each.rows} rows, more than a sheet holds, and goes on in {each.last_name}.")
        if each.unlinked:
            notes.append(f"{each.unlinked} rows of {name} have no link to their article: Excel allows no more links.")
    return tuple(notes)


def _write_about(
    sheet: xlsxwriter.worksheet.Worksheet, formats: Formats, run: FinishedRun, notes: tuple[str, ...]
) -> None:
    """The first sheet: what every column means, and below what the workbook could not take as it is."""
    sheet.set_column(0, 1, 18)
    sheet.set_column(4, 5, 80)
    sheet.freeze_panes(1, 0)
    described = [
        (each.name, column.name, column.type, column.unit, column.meaning, ", ".join(column.values))
        for each in TABLES
        for column in each.columns
    ]
    sheet.autofilter(0, 0, len(described), 5)
    sheet.write_row(0, 0, ("table", "column", "type", "unit", "meaning", "allowed values"), formats.header)
    for number, cells in enumerate(described, 1):
        sheet.write_row(number, 0, cells)
    made = f"Written by svodka {run.summary.get('svodka', '')}, schema {run.summary.get('schema_version', '')}."
    for number, line in enumerate((made, *notes), len(described) + 2):
        sheet.write_string(number, 0, line)
