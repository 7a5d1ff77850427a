"""A comparison as text: counts by table, then the rows, `+` added, `-` removed, `~` changed with old -> new."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.comparison.changes import Comparison, Key, TableChanges

_LONGEST = 80
_TELLING = ("title", "name", "text", "status")  # the first of these columns that is filled says what a row is


def describe(comparison: Comparison, *, rows: int) -> Iterator[str]:
    """Yield the lines; of each kind of change at most `rows` a table, and how many were left out."""
    for table in comparison.tables:
        if table.differs:
            yield from _table(table, rows)
    same = [table.name for table in comparison.tables if not table.differs]
    if same:
        yield f"the same: {', '.join(same)}"


def _table(table: TableChanges, rows: int) -> Iterator[str]:
    counts = f"{len(table.added)} added, {len(table.removed)} removed, {len(table.changed)} changed"
    yield f"{table.name}: {table.before} -> {table.after} rows; {counts}"
    if table.columns:
        yield f"  changed cells: {', '.join(f'{column} {n}' for column, n in table.columns.most_common())}"
    for sign, found in (("+", table.added), ("-", table.removed)):
        yield from (f"  {sign} {_key(key)}{_says(row)}" for key, row in found[:rows])
        yield from _left_out(len(found) - rows)
    for change in table.changed[:rows]:
        yield f"  ~ {_key(change.key)}"
        yield from (f"      {c.column}: {_short(c.before)} -> {_short(c.after)}" for c in change.cells)
    yield from _left_out(len(table.changed) - rows)


def _left_out(number: int) -> Iterator[str]:
    if number > 0:
        yield f"  … and {number} more (--rows, --json)"


def _key(key: Key) -> str:
    return " ".join(key)


def _says(row: dict[str, str]) -> str:
    told = next((row[column] for column in _TELLING if row.get(column)), "")
    return f"  {_short(told)}" if told else ""


def _short(cell: str) -> str:
    line = " ".join("".join(c if c.isprintable() else " " for c in cell).split())
    return (line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…") or "(empty)"
