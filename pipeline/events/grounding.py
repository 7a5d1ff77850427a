"""Which happenings are told with enough to be a record: somebody, a place or a day, a person without a name, a fate."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from pipeline.events.context import acts, is_human, objects_of, subject_of
from pipeline.events.ontology import Ontology
from pipeline.events.tellings import Telling
from pipeline.records.annotations import Event

_REAL = frozenset({"occurred", "planned", "ongoing"})
_FATES = frozenset({"postponed", "cancelled", "denied"})
# Of these the article tells in passing where it names nobody: «выиграли», «проголосовали», «пострадали».
_IN_PASSING = frozenset({"competition", "election", "session", "injury", "disaster"})


def is_grounded(doc: Doc, event: Event, tellings: Sequence[Telling], ontology: Ontology) -> bool:
    """Whether a happening has a name, a place or a day, or else people that act or are acted on, or a fate told.

    Example: «Они отказались», «троих задержали», «слухи о закрытии опровергли», but not «ради победы».
    """
    if any(a.entity or a.role == "date" for a in event.arguments):
        return True
    first = tellings[0]
    head = doc[first.candidate.head]
    if head.pos_ not in {"VERB", "AUX"}:
        return event.status in _FATES and first.cue is not None
    return event.type not in _IN_PASSING and event.status in _REAL and _has_people(head, ontology)


def _has_people(verb: Token, ontology: Ontology) -> bool:
    """«[Докеры] пригрозили», «[семь человек] задержаны», «оштрафовали [завод]»."""
    subject = subject_of(verb)
    if subject is not None and acts(subject, ontology):
        return True
    return any(is_human(word, ontology) for word in objects_of(verb))
