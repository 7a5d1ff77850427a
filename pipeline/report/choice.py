"""Which events are listed and which articles get a page, where a run holds more than a browser carries easily."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.records.tables.documents import DocumentRow
from pipeline.records.tables.events import EventRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenEvents:
    """Events to list, in the order of the table; `total` counts all, also by `type` and by `status`."""

    rows: tuple[EventRow, ...]
    total: int
    by_type: Counter[str] = field(default_factory=Counter)
    by_status: Counter[str] = field(default_factory=Counter)


def choose_events(rows: Iterable[EventRow], limit: int) -> ChosenEvents:
    """The `limit` most certain events; of equally certain ones those that come first."""
    by_type, by_status = Counter[str](), Counter[str]()

    def counted() -> Iterable[tuple[float, int, EventRow]]:
        for order, row in enumerate(rows):
            by_type[row.type] += 1
            by_status[row.status] += 1
            yield -row.confidence, order, row

    surest = heapq.nsmallest(limit, counted(), key=lambda each: each[:2])
    chosen = tuple(row for _, _, row in sorted(surest, key=lambda each: each[1]))
    return ChosenEvents(rows=chosen, total=by_type.total(), by_type=by_type, by_status=by_status)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle:
    """An article with its number in the run, from 1; `page` is its file in the report, empty if it has none."""

    number: int
    row: DocumentRow
    page: str = ""


def choose_articles(rows: Iterable[DocumentRow], limit: int) -> list[ListedArticle]:
    """All articles in order; those with most events get a page, of equal ones those that come first."""
    documents = list(rows)
    readable = [n for n, row in enumerate(documents) if row.status == "ok"]
    paged = set(sorted(readable, key=lambda n: (-documents[n].events, n))[:limit])
    return [
        ListedArticle(number=n + 1, row=row, page=f"articles/{n + 1:06d}.html" if n in paged else "")
        for n, row in enumerate(documents)
    ]
