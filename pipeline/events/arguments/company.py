"""People whom a phrase brings along: «[делегация], которую возглавляет N», «с участием N», «жалоба N»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.denotation import part_behind
from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.objects import Trigger, find_object
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.predicates import own_predicates
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.verb_forms import VERBAL
from pipeline.language.sentences import sentence_of

_WITH = frozenset({"с", "со", "при", "под", "в"})
_MAX_GAP = 3  # words between a delegation and «которую возглавляет»


def find_leaders(reading: Reading, phrase: Phrase) -> list[Phrase]:
    """Who leads the people of a phrase: «группа депутатов во главе с [Анной Зиминой]», «миссия, возглавляемая [N]»."""
    doc, end = reading.doc, phrase.end
    words = [t.lower_ for t in doc[end : end + 3]]
    if words[:2] == ["во", "главе"] and words[2:] in (["с"], ["со"]):
        return [p for p in (_phrase_from(reading, end + 3),) if p is not None]
    last = min(end + _MAX_GAP, sentence_of(doc[phrase.start]).end)
    for token in doc[end:last]:
        if token.lemma_ in {"возглавлять", "возглавить", "возглавляемый"}:
            behind = _phrase_from(reading, token.i + 1)
            return [behind] if behind is not None and behind.case in {"Nom", "Ins", ""} else []
    return []


def _phrase_from(reading: Reading, index: int) -> Phrase | None:
    """The phrase that begins at a token, after a quotation mark at most."""
    return next((p for i in range(index, min(index + 2, len(reading.doc))) if (p := reading.phrase_at.get(i))), None)


def find_company(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """«консультации с участием [Китая]», «заседание под председательством [прокурора Ивана Орлова]»."""
    token, sentence = trigger[0], sentence_of(trigger[0])
    reach = [clause_bounds(reading, verb) for verb in _carriers(trigger)] or [(token.i + 1, sentence.end)]
    found = []
    for phrase in reading.phrases_between(sentence.start, sentence.end):
        with_others = phrase.preposition in _WITH and reading.doc[phrase.head].lemma_ in argument_lexicon().company
        if with_others and any(start <= phrase.start < end for start, end in reach):
            found += [p for p in (part_behind(reading, phrase, phrase.head),) if p is not None]
    return found


def _carriers(trigger: Trigger) -> list[Token]:
    return [verb for verb in own_predicates(*trigger) if verb.pos_ in VERBAL]


def find_companions(reading: Reading, verb: Token) -> list[Phrase]:
    """Who does it beside the subject: «прибудет в Приморье, на сей раз вместе с [оркестром]»."""
    start, end = clause_bounds(reading, verb)
    return [p for p in reading.phrases_between(start, end) if p.preposition in {"с", "со"} and _together(reading, p)]


def _together(reading: Reading, phrase: Phrase) -> bool:
    """«вместе с …», «совместно со …»."""
    words = [t.lower_ for t in reading.doc[max(0, phrase.start - 3) : phrase.start] if t.text not in {"«", '"'}]
    return phrase.case in {"Ins", ""} and words[-2:-1] in (["вместе"], ["совместно"])


def find_matter(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """Whose case a court decides: «суд отклонил жалобу [Анны Зиминой]», «решение по делу [технолога Анны Ли]»."""
    return [part for phrase in _matters(reading, trigger) if (part := part_behind(reading, phrase, phrase.head))]


def _matters(reading: Reading, trigger: Trigger) -> Iterator[Phrase]:
    token = trigger[0]
    start, end = clause_bounds(reading, token)
    about = [p for p in reading.phrases_between(start, end) if p.preposition == "по" and p.case == "Dat"]
    objects = find_object(reading, trigger) if token.pos_ in VERBAL else []
    for phrase in (*objects, *about):
        if reading.doc[phrase.head].lemma_ in argument_lexicon().matters:
            yield phrase
