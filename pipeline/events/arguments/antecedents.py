"""The noun that a participle or a relative clause speaks of, as the subject of its verb."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.agreement import agrees
from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.verb_forms import is_participle
from pipeline.language.sentences import sentence_of


def modified_phrase(reading: Reading, participle: Token) -> list[Phrase]:
    """The phrase a participle belongs to: «[Игната Канева], задержанного полицией»."""
    nearest = _before_comma(reading, participle) if _behind_comma(reading, participle) else []
    if nearest:
        return nearest
    if participle.dep_ in {"acl", "amod", "acl:relcl"} and participle.head != participle:
        phrase = reading.phrase_at.get(participle.head.i)
        return [phrase] if phrase else []
    return _before_comma(reading, participle)


def _behind_comma(reading: Reading, participle: Token) -> bool:
    """Whether a comma opens the participle's clause: it speaks of the nearest noun before that agrees with it."""
    start, _ = clause_bounds(reading, participle)
    return start > 0 and reading.doc[start - 1].text == ","


def antecedent(reading: Reading, verb: Token) -> list[Phrase]:
    """The phrase that a relative clause speaks of: «[Миссия], которую возглавляет …»."""
    phrase = reading.phrase_at.get(verb.head.i) if verb.dep_ == "acl:relcl" else None
    return [phrase] if phrase else _before_comma(reading, verb)


def _before_comma(reading: Reading, verb: Token) -> list[Phrase]:
    """The last phrase before the comma that opens the clause of a participle or relative."""
    start, _ = clause_bounds(reading, verb)
    before = [p for p in reading.phrases_between(sentence_of(verb).start, start) if p.end < start + 1]
    agreeing = [p for p in before if not p.case or agrees(reading.doc[p.head], verb)] if is_participle(verb) else before
    return agreeing[-1:]
