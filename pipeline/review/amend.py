"""Obeys the decisions article by article, between what was found and what is merged and written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.records.annotations import Annotations
from pipeline.records.article import Article
from pipeline.records.identified import identified_events
from pipeline.records.ids import encode_id, numbered, relation_id, span_id
from pipeline.records.merged import DecisionOutcome, Found, Merge, MergedRun
from pipeline.review.correct import SOURCE, LeftAsideError, correct_event, correct_position, correct_quote
from pipeline.review.lines import Line

_DOCUMENT = re.compile(r"(?P<document>.+)-[vqpr]\d+-\d+(?:-.*)?")
_GONE = "there is no such record in this run: the article was not read, or is read in another way now"


def reviewed(merge: Merge, lines: Sequence[Line]) -> Merge:
    """The merge of a run that obeys the lines: clusters and identities are made of the amended records."""
    if not lines:
        return merge

    def merge_reviewed(found: Callable[[], Found], *, folder: Path | None) -> MergedRun:
        review = Review(lines)
        merged = merge(lambda: ((article, review.amend(article, each)) for article, each in found()), folder=folder)
        return replace(merged, amend=review.amend, decisions=(*merged.decisions, *review.outcomes()))

    return merge_reviewed


class Review:
    """The decisions on single records, and what became of each."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Lines with `same` are left to the merge."""
        self._lines = tuple(line for line in lines if line.decision != "same")
        self._by_document: dict[str, dict[tuple[str, str], list[Line]]] = {}
        for line in self._lines:
            match = _DOCUMENT.fullmatch(line.id)
            if match:
                self._by_document.setdefault(match["document"], {}).setdefault((line.table, line.id), []).append(line)
        self._results: dict[Line, tuple[str, str]] = {}

    def outcomes(self) -> tuple[DecisionOutcome, ...]:
        """What became of every line, in their order, once all articles have gone through `amend`."""
        return tuple(
            DecisionOutcome(
                where=line.where, decision=line.decision, left=line.id, right=line.said,
                outcome=self._results.get(line, ("left aside", ""))[0],
                why=self._results.get(line, ("", f"{line.id}: {_GONE}"))[1], left_ids=(), right_ids=(),
            )
            for line in self._lines
        )  # fmt: skip

    def amend(self, article: Article, found: Annotations) -> Annotations:
        """The annotations of an article as the decisions want them; the same object where none is on it."""
        told = self._by_document.get(encode_id(article.doc_id))
        if told is None:
            return found
        return replace(
            found,
            events=self._events(article.doc_id, found, told),
            quotes=self._kept("quotes", _quotes(article.doc_id, found), told, found),
            positions=self._kept("positions", _positions(article.doc_id, found), told, found),
            relations=self._kept("relations", _relations(article.doc_id, found), told, found),
        )

    def _events(self, doc_id: str, found: Annotations, told: Mapping[tuple[str, str], list[Line]]) -> tuple[Any, ...]:
        named = ((each.event_id, each.event) for each in identified_events(doc_id, found))
        return self._kept("events", named, told, found)

    def _kept(
        self,
        table: str,
        named: Iterable[tuple[str, Any]],
        told: Mapping[tuple[str, str], list[Line]],
        found: Annotations,
    ) -> tuple[Any, ...]:
        kept: list[Any] = []
        for identifier, record in named:
            lines = told.get((table, identifier), [])
            changed = self._follow(record, lines, found)
            if not any(line.decision == "reject" for line in lines):
                kept.append(changed)
        return tuple(kept)

    def _follow(self, record: Any, lines: Iterable[Line], found: Annotations) -> Any:
        changed = record
        for line in lines:
            before = changed
            try:
                changed = _changed(changed, line, found)
            except LeftAsideError as reason:
                self._results[line] = ("left aside", str(reason))
                continue
            same = line.decision == "correct" and changed == before
            self._results[line] = ("was so already" if same else "obeyed", "")
        return replace(changed, source=f"{record.source}+{SOURCE}") if changed != record else record


def _changed(record: Any, line: Line, found: Annotations) -> Any:
    if line.decision == "accept":
        sure = {"certainty": 1.0} if line.table == "events" else {}
        return replace(record, confidence=1.0, **sure) if line.table != "quotes" else record
    if line.decision == "reject":
        return record
    if line.table == "events":
        return correct_event(record, line.column, line.value, found)
    if line.table == "quotes":
        return correct_quote(record, line.value, found)
    return correct_position(record, line.column, line.value)


# Ids are counted as `ArticleTables` counts them, over all records that were found.


def _quotes(doc_id: str, found: Annotations) -> Iterator[tuple[str, Any]]:
    seen: dict[str, int] = {}
    for q in sorted(found.quotes, key=lambda q: (q.start, q.end)):
        yield numbered(span_id(doc_id, "q", q.start, q.end), seen), q


def _positions(doc_id: str, found: Annotations) -> Iterator[tuple[str, Any]]:
    seen: dict[str, int] = {}
    for p in sorted(found.positions, key=lambda p: (p.start, p.end, p.person)):
        yield numbered(span_id(doc_id, "p", p.start, p.end), seen), p


def _relations(doc_id: str, found: Annotations) -> Iterator[tuple[str, Any]]:
    for r in found.relations:
        yield relation_id(doc_id, r.head, r.tail, r.type), r
