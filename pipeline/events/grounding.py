"""Which happenings are told with enough to be a record: somebody, a place or a day, a person without a name, a fate."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from pipeline.events.context import acts, is_human, objects_of, subject_of
from pipeline.events.ontology import Ontology
from pipeline.events.tellings import SAYINGS, Telling
from pipeline.events.triggers.hearing import hearing
from pipeline.events.word_features import feature
from pipeline.records.annotations import Event

_REAL = frozenset({"occurred", "planned", "ongoing"})
_FATES = frozenset({"postponed", "cancelled", "denied"})
# Of these the article tells in passing where it names nobody: «выиграли», «проголосовали», «пострадали».
_IN_PASSING = frozenset({"competition", "election", "session", "injury", "disaster"})
_SAID = SAYINGS - {"concession"}  # nothing without who says it; «[счета] разморозили» is done all the same
_MAY_COME = frozenset({"conditional", "possible"})  # rules of status: what may come, as against what one demands
_SURE = 0.75  # confidence of a trigger that says by itself what was done


def is_grounded(doc: Doc, event: Event, tellings: Sequence[Telling], ontology: Ontology) -> bool:
    """Whether a happening has a name, a place or a day, or else people or things acted on, or a fate told.

    A word that the trigger network is certain of needs nothing of these: «[забастовку] прекратили».

    Example: «Они отказались», «троих задержали», «счета заморожены», «слухи опровергли», but not «ради победы».
    """
    if any(a.entity or a.role == "date" for a in event.arguments):
        return True
    first = tellings[0]
    head = doc[first.candidate.head]
    if first.candidate.share >= hearing(doc).certain:
        return True
    if head.pos_ not in {"VERB", "AUX"}:
        return event.status in _FATES and first.cue is not None
    if event.status == "denied":
        return first.rule == "in_denied_report"
    if event.type in _IN_PASSING:
        return False
    return (event.status in _REAL and _has_people(head, ontology)) or _undergone(head, event, first)


def _has_people(verb: Token, ontology: Ontology) -> bool:
    """«[Докеры] пригрозили», «[семь человек] задержаны», «оштрафовали [завод]»."""
    subject = subject_of(verb)
    if subject is not None and acts(subject, ontology):
        return True
    return any(is_human(word, ontology) for word in objects_of(verb))


def _undergone(verb: Token, event: Event, telling: Telling) -> bool:
    """«[Счета] заморожены», «[оружие] сдали», «могут отозвать [сертификат]»: what was done to what, by nobody named."""
    told = event.status in _REAL or telling.rule in _MAY_COME
    if not told or event.type in _SAID or telling.candidate.confidence < _SURE:
        return False
    return (feature(verb, "Variant") == "Short" or _names_no_doer(verb)) and any(True for _ in objects_of(verb))


def _names_no_doer(verb: Token) -> bool:
    """«Сдали», «могут отозвать»: a plural without a subject, or an infinitive behind one."""
    if subject_of(verb) is not None:
        return False
    finite = verb.head if feature(verb, "VerbForm") == "Inf" and verb.dep_ == "xcomp" else verb
    return feature(finite, "VerbForm") == "Fin" and feature(finite, "Number") == "Plur"
