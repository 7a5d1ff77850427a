"""Pairs of trigger and span of marked articles with their answers: participant, place, date, or none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from pipeline.events.arguments.reading import DateSpan, Reading
from pipeline.events.linking.features import PairReader
from pipeline.events.linking.model import PARTICIPANT, PLACE, WHEN, pair_inputs
from pipeline.events.linking.pairs import Pair, find_pairs
from pipeline.events.linking.tree import read_tree
from pipeline.language.networks import NO
from pipeline.records.annotations import Span, overlap
from pipeline.training.marked import MarkedEvent
from pipeline.training.rows import UNDECIDED, Rows
from pipeline.training.tellings import MarkedTellings


def linking_rows(doc: Doc, told: MarkedTellings, *, far: bool) -> Rows | None:
    """The pairs of every trigger that is marked in an article, see `find_pairs`; `None` if it has none."""
    reading, tellings = told.reading, told.tellings
    pairs = [pair for pair in find_pairs(reading, tellings, far=far) if pair.telling in told.marked]
    if not pairs:
        return None
    reader = PairReader(reading, tellings, read_tree(doc, told.found), far=far)
    answers = _Answers(reading)
    return Rows(
        numbers=pair_inputs(doc, pairs, reader), said=tuple(tuple(reader.categories(pair)) for pair in pairs),
        at=np.array([[reader.trigger(pair), reader.head(pair)] for pair in pairs]),
        wanted=np.array([answers.of(pair, told.marked[pair.telling]) for pair in pairs]),
    )  # fmt: skip


class _Answers:
    """Finds the answer on a pair: whether the entity or date of its span is marked for the event."""

    def __init__(self, reading: Reading) -> None:
        self._spans: dict[str, list[Span]] = {}
        for mention in reading.doc._.mentions:
            if mention.entity:
                self._spans.setdefault(mention.entity, []).append(mention.span)
        self._dates = reading.doc._.dates
        self._exact = {span for spans in self._spans.values() for span in spans}

    def of(self, pair: Pair, event: MarkedEvent) -> int:
        """Number of the answer, or -1 where it does not matter."""
        if isinstance(pair.span, DateSpan):
            return WHEN if pair.span.date.value in self._values(event.dates) else NO
        if self._named(pair.entity, event.participants):
            return PARTICIPANT
        if self._named(pair.entity, event.places):
            return PLACE
        return UNDECIDED if self._named(pair.entity, event.optional) else NO

    def _values(self, marked: Sequence[Span]) -> set[str]:
        """Of the calendar expressions at marked spans: the same day may be named anew nearer to the trigger."""
        return {d.value for d in self._dates if any(overlap(d.span, span) for span in marked)}

    def _named(self, entity: str, marked: Sequence[Span]) -> bool:
        """Whether an entity is named at a marked span: exactly there, or about there if nobody is exactly there."""
        own = self._spans.get(entity, [])
        return any(span == name if span in self._exact else overlap(span, name) for span in marked for name in own)
