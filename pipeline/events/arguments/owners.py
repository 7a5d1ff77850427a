"""Whose a trigger noun is: a genitive behind it, a possessive before it, an adjective that names a place."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.events.arguments.denotation import part_behind
from pipeline.events.arguments.objects import Trigger
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.subjects import find_subject
from pipeline.events.arguments.verb_forms import VERBAL
from pipeline.language.features import case_of
from pipeline.language.sentences import sentence_of


def find_genitive(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """«визит [генерального директора МАГАТЭ]»; an undeclined name counts: «заседание [СМИД]»."""
    token = trigger[0]
    phrase = reading.phrase_at.get(token.i)
    if token.pos_ in VERBAL or phrase is None:
        return []
    part = part_behind(reading, phrase, token.i)
    if part is not None:
        return [part] if part.case in {"Gen", ""} else []
    following = reading.doc[phrase.end] if phrase.end < len(reading.doc) else None
    if following is not None and following.lemma_ == "который" and case_of(following) == "Gen":
        return _last_phrase(reading, phrase)
    owner = _possessive(reading, phrase, token)
    return [owner] if owner is not None else _owner_above(reading, phrase, token)


def _last_phrase(reading: Reading, phrase: Phrase) -> list[Phrase]:
    """The phrase before the comma: «в [Совет глав государств], заседание которого пройдёт завтра»."""
    before = reading.phrases_between(sentence_of(reading.doc[phrase.start]).start, phrase.start)
    return [p for p in before if p.end <= phrase.start][-1:]


def _possessive(reading: Reading, phrase: Phrase, token: Token) -> Phrase | None:
    """«[его] заседание», «[их] встреча»: a resolved pronoun in front of the trigger."""
    for index in range(max(phrase.start - 1, 0), token.i):
        span = reading.covering.get(index)
        if span and span.mention.kind == "pronoun":
            return replace(phrase, start=index, end=index + 1, head=index, case="Gen", preposition="")
    return None


def _owner_above(reading: Reading, phrase: Phrase, token: Token) -> list[Phrase]:
    """«После своего переизбрания [Орлов] обещал»: «свой» is the subject's."""
    if not any(t.lemma_ == "свой" for t in reading.doc[phrase.start : token.i]):
        return []
    verb = next((a for a in token.ancestors if a.pos_ in VERBAL), None)
    return find_subject(reading, verb)[:1] if verb is not None else []


def find_adjectival(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """Whose it is by an adjective: «[турецкая] операция», «[американские] санкции»."""
    token = trigger[0]
    if token.pos_ in VERBAL:
        return []
    own = [c.i for c in token.children if c.dep_ == "amod" and c.i < token.i and c.i in reading.adjectives]
    return [Phrase(start=i, end=i + 1, head=i, case="") for i in own]
