"""Rows of a table article by article, side by side with the other tables and one article in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pipeline.errors import InputError
from pipeline.loading.folder import read_rows
from pipeline.records.tables.column import Row


class ByDocument:
    """The rows of one table for each document in turn; the tables are written in the order of `documents`."""

    def __init__(self, folder: Path, name: str) -> None:
        self._name = f"{name} of {folder}"
        self._groups: Iterator[tuple[str, Iterator[Row]]] = groupby(
            read_rows(folder, name), key=lambda row: str(row.doc_id)
        )
        self._next = self._advance()

    def _advance(self) -> tuple[str, list[Row]] | None:
        found = next(self._groups, None)
        return None if found is None else (found[0], list(found[1]))

    def of(self, doc_id: str) -> list[Row]:
        """Rows of this document; must be asked for every document in the order of `documents`."""
        if self._next is None or self._next[0] != doc_id:
            return []
        rows = self._next[1]
        self._next = self._advance()
        return rows

    def finish(self) -> None:
        """See that no row was passed over.

        Raises:
            InputError: the rows are not in the order of `documents`.
        """
        if self._next is not None:
            raise InputError(
                f"The rows of {self._name} are not in the order of documents (first at {self._next[0]}). "
                "Run svodka again, or sort them."
            )
