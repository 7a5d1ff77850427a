"""Two folders of runs, row by row: of each row only a digest is kept, and the cells of those that changed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from pipeline.comparison.changes import CellChange, Comparison, Key, RowChange, TableChanges
from pipeline.errors import InputError
from pipeline.loading.finished_run import FinishedRun, open_run
from pipeline.records.ids import numbered
from pipeline.records.tables import TABLES, Table, tables_named
from pipeline.records.tables.column import cells

# An argument has no id of its own: its event, its role and its place in the text tell it from the others.
_ARGUMENT_KEY = ("event_id", "role", "start", "end")
Cells = dict[str, str]


def compare_runs(before: Path, after: Path, *, tables: Sequence[str] = (), ignored: Collection[str] = ()) -> Comparison:
    """Compare the tables of two runs.

    Args:
        before: folder of the earlier run.
        after: folder of the later one.
        tables: names of the tables to compare; empty for all.
        ignored: columns that are not looked at.

    Raises:
        InputError: a folder holds no run, or no table or column has such a name.
    """
    chosen = tables_named(tables)
    _check_columns(ignored)
    earlier, later = open_run(before), open_run(after)
    changes = tuple(_compare(earlier, later, each, frozenset(ignored)) for each in chosen)
    return Comparison(tables=changes, ignored=tuple(sorted(ignored)))


def _check_columns(ignored: Collection[str]) -> None:
    columns = {column.name for each in TABLES for column in each.columns}
    strange = sorted(set(ignored) - columns)
    if strange:
        raise InputError(f"No table has a column {strange[0]!r}. `svodka schema` lists them.")


def _compare(before: FinishedRun, after: FinishedRun, table: Table, ignored: frozenset[str]) -> TableChanges:
    digests = {key: _digest(row) for key, row in _rows(before, table, ignored)}
    earlier, later = len(digests), 0
    added: list[tuple[Key, Cells]] = []
    changed: dict[Key, Cells] = {}
    for key, row in _rows(after, table, ignored):
        later += 1
        digest = digests.pop(key, None)
        if digest is None:
            added.append((key, row))
        elif digest != _digest(row):
            changed[key] = row
    removed: list[tuple[Key, Cells]] = []
    rows: list[RowChange] = []
    if digests or changed:
        for key, row in _rows(before, table, ignored):
            if key in digests:
                removed.append((key, row))
            elif key in changed:
                rows.append(RowChange(key=key, cells=tuple(_cells(row, changed[key]))))
    return TableChanges(
        name=table.name, before=earlier, after=later, added=tuple(added), removed=tuple(removed), changed=tuple(rows)
    )


def _rows(run: FinishedRun, table: Table, ignored: frozenset[str]) -> Iterator[tuple[Key, Cells]]:
    """Every row under its key; a key that comes again is numbered, so that no row hides another."""
    names = [column.name for column in table.columns]
    key = table.key or _ARGUMENT_KEY
    seen: dict[str, int] = {}
    for row in run.rows(table.name):
        found = dict(zip(names, cells(row), strict=True))
        own = tuple(found[name] for name in key)
        joined = " ".join(own)
        if numbered(joined, seen) != joined:
            own = (*own, str(seen[joined]))
        yield own, {name: cell for name, cell in found.items() if name not in ignored}


def _digest(row: Cells) -> bytes:
    text = "\x1f".join(row.values()).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=12).digest()


def _cells(before: Cells, after: Cells) -> Iterator[CellChange]:
    for column, cell in before.items():
        if cell != after[column]:
            yield CellChange(column=column, before=cell, after=after[column])
