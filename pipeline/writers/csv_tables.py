"""Tables as CSV: RFC 4180, UTF-8, header row, line feeds; and the variant that spreadsheet programs open at once."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from pipeline.records.tables import TABLES, Table
from pipeline.records.tables.column import Row, cells
from pipeline.writers.base import move_into_place, temporary

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvTables:
    """One CSV file a table in a folder.

    Args:
        folder: where the files go.
        spreadsheet: UTF-8 with BOM, `;` between cells, cells that a spreadsheet would run as a formula begin with `'`.
    """

    def __init__(self, folder: Path, *, spreadsheet: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._paths = {each.name: folder / f"{each.name}.csv" for each in TABLES}
        self._spreadsheet = spreadsheet
        self._files: dict[str, IO[str]] = {}
        self._writers: dict[str, Any] = {}
        for each in TABLES:
            self._open(each)

    def _open(self, table: Table) -> None:
        encoding = "utf-8-sig" if self._spreadsheet else "utf-8"
        handle = temporary(self._paths[table.name]).open("w", encoding=encoding, newline="", errors="replace")
        writer = csv.writer(handle, delimiter=";" if self._spreadsheet else ",", lineterminator="\n")
        writer.writerow([column.name for column in table.columns])
        self._files[table.name], self._writers[table.name] = handle, writer

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """Append rows to a table."""
        write = self._writers[table.name].writerow
        for row in rows:
            write([_harmless(cell) for cell in cells(row)] if self._spreadsheet else cells(row))

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


def _harmless(cell: str) -> str:
    """`=1+1` would be run as a formula; `'=1+1` is shown as text. Plain numbers such as -12.5 stay numbers."""
    if not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell
