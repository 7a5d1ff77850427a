"""The sheets of one table in a workbook: typed cells, a frozen header, filters, links to the article."""

from __future__ import annotations

import datetime as dt
from typing import Any

import xlsxwriter

from pipeline.records.tables import Table
from pipeline.records.tables.column import Column, cell
from pipeline.writers.csv_tables import fit_cell

# «Excel specifications and limits» of Microsoft.
ROWS_A_SHEET = 1_048_576
LINKS_A_SHEET = 65_530
FIRST_YEAR = 1900
_WIDTHS = {"date": 11, "integer": 9, "number": 9, "boolean": 7}
_WIDE = {"title", "evidence", "text", "participants", "name", "history", "aliases"}
ArticlePlace = tuple[str, int]


class Formats:
    """How cells look."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self.header = workbook.add_format({"bold": True, "bottom": 1})
        self.day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self.link = workbook.get_default_url_format()


class TableSheets:
    """One sheet a table, and further ones where it is longer than a sheet.

    Attributes:
        rows: rows written, `parts` sheets that they take, `cut` cells that were too long, `unlinked` rows without link.
    """

    def __init__(self, workbook: xlsxwriter.Workbook, table: Table, *, formats: Formats, rows_a_sheet: int) -> None:
        self._workbook, self._table, self._formats, self._limit = workbook, table, formats, rows_a_sheet
        self._columns = table.columns
        self.rows = self.parts = self.cut = self.unlinked = 0
        self._begin_sheet()

    @property
    def last_name(self) -> str:
        """Name of the sheet that is being written."""
        return self._table.name if self.parts == 1 else f"{self._table.name} ({self.parts})"

    @property
    def last_row(self) -> ArticlePlace:
        """Sheet and 0-based row of what was added last."""
        return self.last_name, self._row - 1

    def add(self, row: Any, *, article: ArticlePlace | None = None) -> None:
        """Write a row; its `doc_id` leads to the article's own row, if that is told."""
        if self._row >= self._limit:
            self.finish()
            self._begin_sheet()
        for number, column in enumerate(self._columns):
            value = getattr(row, column.name)
            if article and column.name == "doc_id":
                self._write_link(number, value, article)
            elif value not in {None, "", ()}:
                self._write(number, column, value)
        self._row += 1
        self.rows += 1

    def finish(self) -> None:
        """Put filters over the rows of the sheet."""
        self._sheet.autofilter(0, 0, max(self._row - 1, 0), len(self._columns) - 1)

    def _begin_sheet(self) -> None:
        self.parts += 1
        self._sheet = self._workbook.add_worksheet(self.last_name)
        self._sheet.freeze_panes(1, 0)
        for number, column in enumerate(self._columns):
            self._sheet.set_column(number, number, 50 if column.name in _WIDE else _WIDTHS.get(column.type, 16))
            self._sheet.write_string(0, number, column.name, self._formats.header)
        self._row, self._links = 1, 0

    def _write(self, number: int, column: Column, value: Any) -> None:
        if column.type == "date" and value.year >= FIRST_YEAR:
            midnight = dt.datetime.combine(value, dt.time())
            self._sheet.write_datetime(self._row, number, midnight, self._formats.day)
        elif column.type in {"integer", "number"}:
            self._sheet.write_number(self._row, number, value)
        elif column.type == "boolean":
            self._sheet.write_boolean(self._row, number, value)
        else:
            self._sheet.write_string(self._row, number, self._fitting(value))

    def _fitting(self, value: Any) -> str:
        text = cell(value)
        fitting = fit_cell(text)
        self.cut += fitting != text
        return fitting

    def _write_link(self, number: int, doc_id: str, article: ArticlePlace) -> None:
        if self._links >= LINKS_A_SHEET:
            self.unlinked += 1
            self._sheet.write_string(self._row, number, self._fitting(doc_id))
            return
        self._links += 1
        name, row = article
        target = f"internal:'{name}'!A{row + 1}"
        self._sheet.write_url(self._row, number, target, self._formats.link, self._fitting(doc_id))
