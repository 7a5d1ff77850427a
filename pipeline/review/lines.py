"""Reads `review.csv`, and refuses what cannot be meant before any article is read.

A line is a decision on one record, told by its id: `accept`, `reject`, `correct` (a cell gets another value) or `same`
(an entity is another one). Lines without a decision and further columns are there to be read by people.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.entities.decisions.files import Told
from pipeline.errors import ResourceError
from pipeline.review.allowed import CORRECTABLE, REVIEWED, fault_of_value
from pipeline.user_files import UserFile
from pipeline.writers.csv_tables import as_it_was

COLUMNS = ("decision", "table", "id", "column", "value", "note")
DECISIONS = ("accept", "reject", "correct", "same")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A decision; `column` and `value` tell a correction, `value` alone whom `same` means; `where` is file and line."""

    decision: str
    table: str
    id: str
    where: str
    column: str = ""
    value: str = ""

    @property
    def said(self) -> str:
        """What stands beside the id: `status = cancelled`."""
        return f"{self.column} = {self.value}" if self.column else self.value


def read_review(files: Iterable[UserFile]) -> tuple[Line, ...]:
    """Read the decisions of all files.

    Raises:
        ResourceError: a malformed line, or lines that contradict each other; the message names file, line and column.
    """
    lines = tuple(line for file in files for line in _lines(file))
    _check_together(lines)
    return lines


def same_told(lines: Iterable[Line]) -> tuple[Told, ...]:
    """The lines with `same` as decisions on identity."""
    return tuple(
        Told(decision="same", left=line.id, right=line.value, where=line.where)
        for line in lines
        if line.decision == "same"
    )


def rows_of(text: str, name: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every row with its place, its cells by column, stripped; commas or, as a Russian Excel saves it, semicolons.

    Raises:
        ResourceError: no CSV, or a column is missing.
    """
    header = text.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            raise ResourceError(
                f"{name}: line 1: there is no column {missing[0]}. `svodka review OUT` writes a file to begin with."
            )
        for row in reader:
            where = f"{name}: line {reader.line_num}"
            if None in row:
                raise ResourceError(f"{where}: more cells than columns. Quote cells that hold a {delimiter!r}.")
            yield where, {column: _plain(cell) for column, cell in row.items()}
    except csv.Error as error:
        where = f"{name}: line {reader.reader.line_num}"
        raise ResourceError(f"{where}: no CSV ({error}). Mend the quotation marks.") from error


def _plain(cell: Any) -> str:
    return as_it_was((cell or "").strip())


def _lines(file: UserFile) -> Iterator[Line]:
    for where, cells in rows_of(file.read_text(), str(file.path)):
        found = {column: cells[column] for column in COLUMNS}
        if not found["decision"]:
            if found["column"] or found["value"]:
                raise _fault(where, "decision", "empty, though a value stands beside it", "Write correct or same")
            continue
        yield _line(found, where)


def _line(cells: Mapping[str, str], where: str) -> Line:
    decision, table, column, value = cells["decision"].lower(), cells["table"], cells["column"], cells["value"]
    if decision not in DECISIONS:
        raise _fault(where, "decision", f"unknown decision {decision!r}", f"Write {', '.join(DECISIONS)}")
    tables = ("entities",) if decision == "same" else tuple(CORRECTABLE) if decision == "correct" else REVIEWED
    if table not in tables:
        raise _fault(where, "table", f"{decision} does not go with {table!r}", f"Write {', '.join(tables)}")
    if not cells["id"]:
        raise _fault(where, "id", "empty", f"Copy the id from {table}.csv")
    if decision == "same" and not value:
        raise _fault(where, "value", "empty", "Write whom it is the same as: a name, an entity_id or a mention_id")
    if decision == "correct":
        if column not in CORRECTABLE[table]:
            raise _fault(where, "column", f"{column!r} cannot be corrected", f"Choose {', '.join(CORRECTABLE[table])}")
        fault = fault_of_value(table, column, value)
        if fault:
            raise _fault(where, "value", *fault)
    return Line(
        decision=decision, table=table, id=cells["id"], where=where, column=column if decision == "correct" else "",
        value=value if decision in {"correct", "same"} else "",
    )  # fmt: skip


def _fault(where: str, column: str, what: str, advice: str) -> ResourceError:
    return ResourceError(f"{where}, column {column}: {what}. {advice}.")


def _check_together(lines: Iterable[Line]) -> None:
    """A record that is rejected can be nothing else, and no cell can be two things."""
    rejected: dict[tuple[str, str], Line] = {}
    others: dict[tuple[str, str], Line] = {}
    cells: dict[tuple[str, str, str], Line] = {}
    for line in (each for each in lines if each.decision != "same"):
        record = (line.table, line.id)
        against = (others if line.decision == "reject" else rejected).get(record)
        if against:
            raise ResourceError(f"{line.where}, column decision: {against.where} says {against.decision}. Keep one.")
        (rejected if line.decision == "reject" else others).setdefault(record, line)
        told = cells.setdefault((*record, line.column), line)
        if told.value != line.value:
            raise ResourceError(f"{line.where}, column value: {told.where} says {told.said}. Keep one.")
