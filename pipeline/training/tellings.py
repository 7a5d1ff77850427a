"""The tellings of marked events in an article, as a run would have them before any network has its say on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.events.arguments.reading import Reading, read_article
from pipeline.events.assembly import find_tellings
from pipeline.events.candidate import Candidate
from pipeline.events.candidates import find_candidates
from pipeline.events.new_candidates import learned
from pipeline.events.ontology import Ontology
from pipeline.events.parties import resolve_parties
from pipeline.events.status import status_of
from pipeline.events.tellings import Telling
from pipeline.records.annotations import overlap
from pipeline.training.marked import MarkedEvent, MarkedText


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedTellings:
    """An article's tellings.

    Attributes:
        tellings: of all triggers, marked or not.
        marked: the marked event of those that tell of one, by their place among the tellings.
        found: token indices of the triggers that a run would find.
    """

    reading: Reading
    tellings: Sequence[Telling]
    marked: dict[int, MarkedEvent]
    found: frozenset[int]


def find_marked_tellings(doc: Doc, text: MarkedText, ontology: Ontology) -> MarkedTellings:
    """The triggers of the lexicon and the marked ones that it passes over, with what rules and slots say of them.

    Args:
        doc: an article that was read up to the reader.
        text: what is marked in it.
        ontology: whose slots and rules are asked.
    """
    found = find_candidates(doc, ontology, ask=False)
    candidates = sorted([*found, *_overlooked(doc, text, found, ontology)], key=lambda c: (c.start, c.head))
    reading = read_article(doc)
    judged = [status_of(doc, candidate) for candidate in candidates]
    tellings = resolve_parties(reading, find_tellings(reading, candidates, judged, ontology))
    marked = {i: event for i, t in enumerate(tellings) if (event := event_of(t.candidate, text)) is not None}
    return MarkedTellings(reading=reading, tellings=tellings, marked=marked, found=frozenset(c.head for c in found))


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


def event_of(candidate: Candidate, text: MarkedText) -> MarkedEvent | None:
    """The marked event that a candidate names: one of its type if two share a word."""
    own = (candidate.start, candidate.end)
    met = [event for event in text.events if any(overlap(own, span) for span in event.tellings)]
    return min(met, key=lambda event: candidate.type not in event.types, default=None)
