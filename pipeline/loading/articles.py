"""The records of one article after another: the tables walked side by side, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.errors import InputError
from pipeline.loading.finished_run import FinishedRun
from pipeline.records.merged import ARTICLE_TABLES
from pipeline.records.tables.documents import DocumentRow
from pipeline.records.tables.entities import PositionRow
from pipeline.records.tables.events import ArgumentRow, EventRow
from pipeline.records.tables.mentions import MentionRow, RelationRow
from pipeline.records.tables.quotes import QuoteRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecords:
    """An article with all its rows, in the order of the tables."""

    document: DocumentRow
    mentions: tuple[MentionRow, ...]
    positions: tuple[PositionRow, ...]
    events: tuple[EventRow, ...]
    event_arguments: tuple[ArgumentRow, ...]
    quotes: tuple[QuoteRow, ...]
    relations: tuple[RelationRow, ...]

    def arguments_of(self, event: EventRow) -> tuple[ArgumentRow, ...]:
        """The fillers of an event's roles."""
        return tuple(each for each in self.event_arguments if each.event_id == event.event_id)


class _Walk:
    """A table read once, article by article."""

    def __init__(self, run: FinishedRun, name: str) -> None:
        self.name = name
        self._rows = run.rows(name)
        self._next: Any = next(self._rows, None)

    def of(self, doc_id: str) -> tuple[Any, ...]:
        found = []
        while self._next is not None and self._next.doc_id == doc_id:
            found.append(self._next)
            self._next = next(self._rows, None)
        return tuple(found)

    def check_end(self, run: FinishedRun) -> None:
        if self._next is not None:
            raise InputError(
                f"The rows of {self.name} in {run.path} are not in the order of documents ({self._next.doc_id}). "
                "Run svodka again, or put them back in that order."
            )


def articles_of(run: FinishedRun) -> Iterator[ArticleRecords]:
    """All articles of a run in input order, each with its rows.

    Raises:
        InputError: a table is damaged, or its rows are not in the order of `documents`.
    """
    walks = [_Walk(run, name) for name in ARTICLE_TABLES]
    for document in run.rows("documents"):
        yield ArticleRecords(document=document, **{walk.name: walk.of(document.doc_id) for walk in walks})
    for walk in walks:
        walk.check_end(run)
