"""Pairs of trigger and span of marked articles with their answers: participant, place, date, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from pipeline.events.arguments.reading import DateSpan, Reading, read_article
from pipeline.events.assembly import find_tellings
from pipeline.events.candidates import Candidate, find_candidates, learned
from pipeline.events.linking.features import PairReader
from pipeline.events.linking.model import PARTICIPANT, PLACE, WHEN, pair_inputs
from pipeline.events.linking.pairs import Pair, find_pairs
from pipeline.events.linking.tree import read_tree
from pipeline.events.networks import NO
from pipeline.events.ontology import Ontology
from pipeline.events.parties import resolve_parties
from pipeline.events.status import status_of
from pipeline.records.annotations import Span, overlap
from pipeline.training.marked import MarkedEvent, MarkedText
from pipeline.training.networks import UNDECIDED, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkingReader:
    """Makes rows of the pairs of every trigger that is marked in an article.

    Attributes:
        ontology: whose slots are asked first.
    """

    ontology: Ontology

    def rows(self, doc: Doc, text: MarkedText) -> Rows | None:
        """The pairs of an article that was read up to the reader; `None` if it has none."""
        found = find_candidates(doc, self.ontology, ask=False)
        missed = _overlooked(doc, text, found, self.ontology)
        candidates = sorted([*found, *missed], key=lambda c: (c.start, c.head))
        reading = read_article(doc)
        judged = [status_of(doc, candidate) for candidate in candidates]
        tellings = resolve_parties(reading, find_tellings(reading, candidates, judged, self.ontology))
        marked = {i: event for i, t in enumerate(tellings) if (event := _event_of(t.candidate, text)) is not None}
        pairs = [pair for pair in find_pairs(reading, tellings) if pair.telling in marked]
        if not pairs:
            return None
        reader = PairReader(reading, tellings, read_tree(doc, {c.head for c in found}))
        answers = _Answers(reading)
        return Rows(
            numbers=pair_inputs(doc, pairs, reader), said=tuple(tuple(reader.categories(pair)) for pair in pairs),
            wanted=np.array([answers.of(pair, marked[pair.telling]) for pair in pairs]),
        )  # fmt: skip


def _overlooked(doc: Doc, text: MarkedText, found: Iterable[Candidate], ontology: Ontology) -> Iterator[Candidate]:
    """The marked triggers that the lexicon does not take for one."""
    taken = [(c.start, c.end) for c in found]
    for event in text.events:
        for start, end in event.tellings:
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is None or not len(span) or any(overlap((start, end), other) for other in taken):
                continue
            if event.types[0] in ontology.types:
                yield learned(span.root, event.types[0], ontology)


def _event_of(candidate: Candidate, text: MarkedText) -> MarkedEvent | None:
    """The marked event that a candidate names: one of its type if two share a word."""
    own = (candidate.start, candidate.end)
    met = [event for event in text.events if any(overlap(own, span) for span in event.tellings)]
    return min(met, key=lambda event: candidate.type not in event.types, default=None)


class _Answers:
    """Finds the answer on a pair: whether the entity or date of its span is marked for the event."""

    def __init__(self, reading: Reading) -> None:
        self._spans: dict[str, list[Span]] = {}
        for mention in reading.doc._.mentions:
            if mention.entity:
                self._spans.setdefault(mention.entity, []).append(mention.span)
        self._exact = {span for spans in self._spans.values() for span in spans}

    def of(self, pair: Pair, event: MarkedEvent) -> int:
        """Number of the answer, or -1 where it does not matter."""
        if isinstance(pair.span, DateSpan):
            own = (pair.span.date.start, pair.span.date.end)
            return WHEN if any(overlap(own, date) for date in event.dates) else NO
        if self._named(pair.entity, event.participants):
            return PARTICIPANT
        if self._named(pair.entity, event.places):
            return PLACE
        return UNDECIDED if self._named(pair.entity, event.optional) else NO

    def _named(self, entity: str, marked: Sequence[Span]) -> bool:
        """Whether an entity is named at a marked span: exactly there, or about there if nobody is exactly there."""
        own = self._spans.get(entity, [])
        return any(span == name if span in self._exact else overlap(span, name) for span in marked for name in own)
