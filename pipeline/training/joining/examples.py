"""Pairs of tellings of marked passages, with the answer on each: one happening, or two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from spacy.tokens import Doc

from pipeline.events.arguments.reading import Reading, read_article
from pipeline.events.assembly import judged_tellings
from pipeline.events.candidates import find_candidates
from pipeline.events.compatibility import TellingPair
from pipeline.events.joining.features import pair_numbers
from pipeline.events.joining.model import said_of_pairs, same_type_pairs
from pipeline.events.ontology import Ontology
from pipeline.events.status import status_of
from pipeline.events.tellings import Telling
from pipeline.language.networks import NO
from pipeline.training.marked import MarkedEvent, MarkedText
from pipeline.training.partly_read import read_before
from pipeline.training.rows import UNDECIDED, Rows
from pipeline.training.tellings import event_of

_NEXT = "svodka_events"
_SAME = 1


def read_joining(texts: Sequence[MarkedText], ontology: Ontology, report: Callable[[str], None]) -> Iterator[Rows]:
    """The rows of each passage in which a type is told more than once.

    Args:
        texts: passages in which every telling is marked.
        ontology: whose triggers are looked for.
        report: told how far it has come.
    """
    docs = read_before(_NEXT, [text.article for text in texts], report)
    for doc, text in zip(docs, texts, strict=True):
        candidates = find_candidates(doc, ontology)
        reading = read_article(doc)
        judged = [status_of(doc, candidate) for candidate in candidates]
        rows = joining_rows(doc, text, reading, judged_tellings(reading, candidates, judged, ontology))
        if rows is not None:
            yield rows


def joining_rows(doc: Doc, text: MarkedText, reading: Reading, tellings: Sequence[Telling]) -> Rows | None:
    """The pairs inside the part that was read for events; `None` if there are none."""
    first, last = text.part
    inside = [t for t in tellings if first <= t.candidate.start < last]
    places = same_type_pairs(inside)
    if not places:
        return None
    pairs = [TellingPair(reading, inside[i], inside[j]) for i, j in places]
    events = [event_of(telling.candidate, text) if _says_more(telling) else None for telling in inside]
    return Rows(
        numbers=pair_numbers(pairs), said=tuple(said_of_pairs(pairs, places)),
        at=np.array([[inside[i].candidate.head, inside[j].candidate.head] for i, j in places]),
        wanted=np.array([_answer(events[i], events[j]) for i, j in places]),
    )  # fmt: skip


def _says_more(telling: Telling) -> bool:
    """Whether it would be a record by itself: it names somebody, a day or a place."""
    return bool(telling.actors or telling.date or telling.place)


def _answer(first: MarkedEvent | None, second: MarkedEvent | None) -> int:
    """Nothing is learned from a telling that nobody has marked, or that tells nothing of its own."""
    if first is None or second is None:
        return UNDECIDED
    return _SAME if first is second else NO
