"""Subjects that nobody says: who speaks of what he or she did («А в мае встречалась с министром», — says Anna Lin)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.denotation import Referent
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.speech import speaker_at, speech_start
from pipeline.events.arguments.verb_forms import SUBJECTS, is_predicate
from pipeline.language.features import feature, features

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET"})
_FIRST = frozenset({"я", "мы"})


def unsaid_subject(reading: Reading, verb: Token) -> Iterator[Referent]:
    """The speaker of direct speech, where its verb has no subject of its own.

    A first person («— [Подадим] жалобу до пятницы»), or a past of the speaker's gender before which the speech names
    nobody else of that gender as its subject.
    """
    speaker = speaker_at(reading.doc, verb.idx)
    if not speaker or not ("1" in features(verb, "Person") or _tells_of_self(reading, verb, speaker)):
        return
    span = reading.nearest(speaker, verb.i)
    if span is not None:
        yield Referent(entity=speaker, type=reading.mention_type(span), span=span, rule="speaker")


def _tells_of_self(reading: Reading, verb: Token, speaker: str) -> bool:
    gender = feature(verb, "Gender")
    past = "Past" in features(verb, "Tense") and "Sing" in features(verb, "Number") and is_predicate(verb)
    if not past or "Pass" in features(verb, "Voice") or gender not in {"Masc", "Fem"}:
        return False
    if reading.genders.get(speaker) != gender or _has_nominative(reading, verb):
        return False
    start = speech_start(reading.doc, verb.idx)
    said = takewhile(lambda token: token.idx >= start, reversed(reading.doc[: verb.i]))
    return not any(_is_another(token, gender) for token in said)


def _has_nominative(reading: Reading, verb: Token) -> bool:
    """Some subject stands in the clause, whatever the tree says of it."""
    start, end = clause_bounds(reading, verb)
    clause = reading.doc[start:end]
    return any(t.pos_ in _NOMINAL and "Nom" in features(t, "Case") and t.lower_ not in _FIRST for t in clause)


def _is_another(token: Token, gender: str) -> bool:
    """Somebody else of whom the speech tells: «Мэр обещал помочь. Потом отказался»."""
    subject = token.dep_ in SUBJECTS and token.pos_ in _NOMINAL and token.lower_ not in _FIRST
    return subject and feature(token, "Gender") == gender and "Sing" in features(token, "Number")
