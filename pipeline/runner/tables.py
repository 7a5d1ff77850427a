"""The merge pass writes: parts in input order to rows, rows in portions to every format asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.records.article import Rejection
from pipeline.records.merged import ARTICLE_TABLES, MergedRun
from pipeline.records.tables import TABLES, table
from pipeline.records.tables.column import Row
from pipeline.records.tabulate import ArticleTables, document_row
from pipeline.runner.outcome import Outcome
from pipeline.writers.base import RunWriter

PORTION = 5_000


class TableWriter:
    """Collects the rows of each table and hands them on in portions: Parquet wants large groups."""

    def __init__(self, writers: Sequence[RunWriter]) -> None:
        """Write to all of `writers`."""
        self._writers = writers
        self._waiting: dict[str, list[Row]] = {each.name: [] for each in TABLES}
        self.counts: Counter[str] = Counter({each.name: 0 for each in TABLES})
        self.remarked = 0  # articles of which something was not understood

    def add(self, name: str, rows: Iterable[Row]) -> None:
        """Append rows to a table."""
        waiting = self._waiting[name]
        for row in rows:
            waiting.append(row)
            self.counts[name] += 1
            if len(waiting) >= PORTION:
                self._flush(name)

    def finish(self) -> None:
        """Hand on what waits, then let every format publish its files."""
        for name in self._waiting:
            self._flush(name)
        for writer in self._writers:
            writer.publish()

    def discard(self) -> None:
        """Remove what was written."""
        for writer in self._writers:
            writer.discard()

    def _flush(self, name: str) -> None:
        if self._waiting[name]:
            for writer in self._writers:
                writer.write(table(name), self._waiting[name])
            self._waiting[name].clear()


def write_outcomes(outcomes: Iterable[Outcome], merged: MergedRun, out: TableWriter) -> Iterator[Rejection]:
    """Write the rows of every article and yield the rejections, both in input order."""
    for outcome in outcomes:
        reading, found = outcome.reading, outcome.annotations
        if found is not None:
            found = merged.amend(reading.article, found)
        rejection = reading.rejection
        row = document_row(
            reading.article, found, status=reading.status, duplicate_of=reading.duplicate_of,
            error=rejection.message if rejection else reading.article.remark,
        )  # fmt: skip
        out.add("documents", [row])
        out.remarked += bool(reading.article.remark and not rejection)
        if rejection:
            yield rejection
        if found is not None:
            rows = ArticleTables(reading.article, found, merged.identities)
            for name in ARTICLE_TABLES:
                out.add(name, getattr(rows, name)())
