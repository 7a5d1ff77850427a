"""Triggers beside which another word names the same happening better: they are left out."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.events.arguments.verb_forms import ATTRIBUTIVE
from pipeline.events.candidate import Candidate
from pipeline.events.context import has_preposition, is_noun_participle
from pipeline.language.features import case_of

_VAGUE = 0.6  # confidence of a verb that names its event in the absence of anything better
_DIRECT_CASES = frozenset({"Nom", "Acc", "Gen", ""})


def without_carriers(doc: Doc, found: list[Candidate]) -> Iterator[Candidate]:
    """Leave out a verb of many senses that is said of an event noun: «открыли форум», «выставка закрылась» are one."""
    nouns = {c.head for c in found if doc[c.head].pos_ in {"NOUN", "PROPN"}}
    carriers = {c.light for c in found if c.light is not None}
    for candidate in found:
        vague = candidate.confidence <= _VAGUE and len(candidate.words) == 1
        if not vague or not (candidate.head in carriers or nouns & _told_of(doc[candidate.head])):
            yield candidate


def _told_of(verb: Token) -> set[int]:
    """What a verb is said of: its subject and object, the noun that it is an attribute of."""
    if verb.pos_ in {"NOUN", "PROPN"}:
        return set()
    said_of = {c.i for c in verb.children if c.dep_ in {"nsubj", "nsubj:pass", "obj"}}
    return said_of | {verb.head.i} if verb.dep_ in ATTRIBUTIVE else said_of


def without_objects(doc: Doc, found: list[Candidate]) -> Iterator[Candidate]:
    """Leave out the noun that a trigger verb of its own type governs: «подписали соглашение» is one event."""
    verbs = {c.head: c for c in found if doc[c.head].pos_ in {"VERB", "AUX", "ADJ"}}
    for candidate in found:
        head = doc[candidate.head]
        governor = verbs.get(head.head.i) or next(
            (verbs[c.i] for c in head.children if c.i in verbs and c.dep_ in ATTRIBUTIVE), None
        )
        same = governor is not None and governor.type == candidate.type and governor.head != candidate.head
        direct = case_of(head) in _DIRECT_CASES and head.dep_ not in {"obl", "advmod"} and not has_preposition(head)
        if same and direct and head.pos_ in {"NOUN", "PROPN"}:
            continue
        yield candidate


def without_echoes(doc: Doc, found: list[Candidate]) -> Iterator[Candidate]:
    """Leave out «погибшие», «пострадавшим» where the article tells of deaths and injuries in words of their own."""
    told = {c.type for c in found if not is_noun_participle(doc[c.head])}
    for candidate in found:
        if candidate.type not in told or not is_noun_participle(doc[candidate.head]):
            yield candidate
