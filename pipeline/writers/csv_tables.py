"""Tables as CSV: RFC 4180, UTF-8, header row, line feeds; and the variant that spreadsheet programs open at once."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from pipeline.records.tables import TABLES, Table
from pipeline.records.tables.column import Row, cells
from pipeline.writers.base import move_into_place, temporary

# How a cell begins that a spreadsheet would run as a formula; the wide ones are what East Asian versions read likewise.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_767
_CRLF = "\r\n"
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


class _LineFeeds:
    """Ends each row of a CSV writer with a line feed alone."""

    def __init__(self, handle: IO[str]) -> None:
        self._handle = handle

    def write(self, row: str) -> None:
        self._handle.write(f"{row.removesuffix(_CRLF)}\n")


def open_csv(path: Path, *, spreadsheet: bool = False) -> IO[str]:
    """A file for a `csv_writer`; what UTF-8 cannot hold becomes a question mark."""
    return path.open("w", encoding="utf-8-sig" if spreadsheet else "utf-8", newline="", errors="replace")


def csv_writer(handle: IO[str], *, spreadsheet: bool = False) -> Any:
    """A CSV writer whose rows end with a line feed.

    The writer of the standard library quotes what is in its line end: told of a line feed alone, it would leave a lone
    carriage return bare, and every reader would take it for the end of the row.
    """
    return csv.writer(_LineFeeds(handle), delimiter=";" if spreadsheet else ",", lineterminator=_CRLF)


class CsvTables:
    """One CSV file a table in a folder.

    Args:
        folder: where the files go.
        spreadsheet: UTF-8 with BOM, `;` between cells, a comma in numbers (a Russian Excel reads `12.05` as a day in
            May), cells that a spreadsheet would run as a formula begin with `'`, cells that it could not hold are cut.
    """

    def __init__(self, folder: Path, *, spreadsheet: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._paths = {each.name: folder / f"{each.name}.csv" for each in TABLES}
        self._spreadsheet = spreadsheet
        self._cut = 0
        self._files: dict[str, IO[str]] = {}
        self._writers: dict[str, Any] = {}
        for each in TABLES:
            self._open(each)

    def _open(self, table: Table) -> None:
        handle = open_csv(temporary(self._paths[table.name]), spreadsheet=self._spreadsheet)
        writer = csv_writer(handle, spreadsheet=self._spreadsheet)
        writer.writerow([column.name for column in table.columns])
        self._files[table.name], self._writers[table.name] = handle, writer

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """Append rows to a table."""
        write = self._writers[table.name].writerow
        if not self._spreadsheet:
            for row in rows:
                write(cells(row))
            return
        numbers = [column.type == "number" for column in table.columns]
        for row in rows:
            write([self._shown(cell, number) for cell, number in zip(cells(row), numbers, strict=True)])

    def _shown(self, cell: str, number: bool) -> str:
        if number:
            return cell.replace(".", ",")
        shown = harmless(cell)
        fitting = fit_cell(shown)
        self._cut += fitting != shown
        return fitting

    def publish(self) -> None:
        """Move the finished files into place."""
        for name, handle in self._files.items():
            handle.close()
            move_into_place(self._paths[name])

    def discard(self) -> None:
        """Remove what was written."""
        for name, handle in self._files.items():
            handle.close()
            temporary(self._paths[name]).unlink(missing_ok=True)

    def notes(self) -> tuple[str, ...]:
        """How many cells were cut for a spreadsheet."""
        return cut_note(self._cut)


def cut_note(cut: int) -> tuple[str, ...]:
    """The sentence that says how many cells a spreadsheet could not hold whole."""
    if not cut:
        return ()
    return (
        f"{cut} cells are longer than the {LONGEST_CELL} characters a spreadsheet holds; each ends with its length.",
    )


def harmless(cell: str) -> str:
    """`=1+1` would be run as a formula; `'=1+1` is shown as text. Plain numbers such as -12.5 stay numbers."""
    if not cell.startswith(FORMULA) or _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"


def as_it_was(cell: str) -> str:
    """The cell that `harmless` was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def fit_cell(cell: str) -> str:
    """The cell as a spreadsheet can hold it: at most 32,767 units of UTF-16, else its beginning and how long it was.

    The limit is Microsoft's («Excel specifications and limits»); a longer cell of a CSV file spills into the next row.
    """
    if len(cell) <= LONGEST_CELL // 2 or _units(cell) <= LONGEST_CELL:
        return cell
    mark = f"… [cut: {len(cell)} characters]"
    units = cell.encode("utf-16-le", "replace")[: 2 * (LONGEST_CELL - len(mark))]
    return units.decode("utf-16-le", "ignore") + mark


def _units(cell: str) -> int:
    return len(cell.encode("utf-16-le", "replace")) // 2
