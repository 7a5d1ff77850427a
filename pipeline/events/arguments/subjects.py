"""Subjects: a verb's own, one that it shares, the noun of a participle or relative clause."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.antecedents import antecedent, modified_phrase
from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.coordination import coordinated
from pipeline.events.arguments.denotation import part_behind
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.subject_sharing import controls_object, undertaking_verb, verb_with_subject
from pipeline.events.arguments.verb_forms import SUBJECTS, VERBAL, is_participle
from pipeline.language.features import case_of, features

_CLIMBS = 4  # verbs that may pass a subject on to one another


def find_subject(reading: Reading, verb: Token, depth: int = 0) -> list[Phrase]:
    """Subject of a verb: its own, that of the verb it is joined to or depends on, the noun of a participle.

    Args:
        reading: the article.
        verb: a verb form of any kind.
        depth: how many verbs have passed the question on already.
    """
    own = [p for c in verb.children if c.dep_ in SUBJECTS and (p := direct_phrase(reading, c)) is not None]
    if own:
        return _within_clause(reading, own, verb)
    if is_participle(verb):
        return modified_phrase(reading, verb)
    undertaken = undertaking_verb(verb)
    if undertaken is not None:
        return find_subject(reading, undertaken, depth + 1) if depth < _CLIMBS else []
    return _unattached(reading, verb, depth)


def _within_clause(reading: Reading, subjects: list[Phrase], verb: Token) -> list[Phrase]:
    """Of several subjects those of the verb's own clause: «МИД направил ноту, а [министр] пригрозил ответом»."""
    if len(subjects) == 1:
        return subjects
    start, end = clause_bounds(reading, verb)
    return [p for p in subjects if start <= p.start < end] or subjects


def _unattached(reading: Reading, verb: Token, depth: int) -> list[Phrase]:
    """Subject that the tree hung elsewhere or that the verb shares with another one."""
    governed = "Inf" in features(verb, "VerbForm") and verb.dep_ in {"xcomp", "ccomp"} and verb.head.pos_ in VERBAL
    linear = [] if governed else _linear_subject(reading, verb)
    if linear and linear[0].case == "" and linear[0].start > verb.i and depth < _CLIMBS:
        linear = _shared(reading, verb, depth) or linear  # «прибыл в Минск и посетил [завод «Заря»]»
    if linear:
        return linear
    if any(c.dep_ in SUBJECTS and c.lemma_ == "который" for c in verb.children):
        return antecedent(reading, verb)
    above = verb_with_subject(verb) if depth < _CLIMBS else None
    if above is not None and controls_object(verb, above):
        return _addressed(reading, above)
    return find_subject(reading, above, depth + 1) if above is not None else []


def _shared(reading: Reading, verb: Token, depth: int) -> list[Phrase]:
    """The subject of the verb that this one is joined to."""
    joined = verb.dep_ in {"conj", "root"} and verb.head != verb and verb.head.pos_ in VERBAL
    return find_subject(reading, verb.head, depth + 1) if joined else []


def _addressed(reading: Reading, verb: Token) -> list[Phrase]:
    """Whom somebody asks, tells or forbids to act: «призвал [министра] уйти»."""
    found = [
        p for c in verb.children if c.dep_ in {"obj", "iobj", "obl"} and (p := direct_phrase(reading, c)) is not None
    ]
    return [p for p in found if p.case in {"Acc", "Gen", "Dat"}][:1]


def _linear_subject(reading: Reading, verb: Token) -> list[Phrase]:
    """The nearest nominative of the clause without a preposition, before the verb first."""
    start, end = clause_bounds(reading, verb)
    phrases = [p for p in reading.phrases_between(start, end) if p.end <= end and not p.preposition]
    nominative = [p for p in phrases if p.case in {"Nom", ""} and _number_fits(reading, p, verb)]
    nominative = [p for p in nominative if p.case or not _of_another(reading.doc[p.head], verb)]
    before = [p for p in nominative if p.start < verb.i]
    behind = [p for p in nominative if p.start > verb.i]
    return [*before[::-1], *behind][:1]


def _of_another(word: Token, verb: Token) -> bool:
    """«вертолёты возглавляемой [США] коалиции нанесли удар»: an undeclined name that a participle governs."""
    return word.dep_.startswith("obl") and word.head != verb and is_participle(word.head)


def _number_fits(reading: Reading, phrase: Phrase, verb: Token) -> bool:
    """Several subjects take a plural verb: «[Армения] и Кыргызстан попросили»."""
    ours, theirs = features(reading.doc[phrase.head], "Number"), features(verb, "Number")
    return not ours or not theirs or ours == theirs or ("Plur" in theirs and len(coordinated(reading, phrase)) > 1)


def direct_phrase(reading: Reading, token: Token) -> Phrase | None:
    """The phrase of a dependent, as long as it can stand in a direct case."""
    phrase = reading.phrase_at.get(token.i)
    possessive = phrase is not None and token.i == phrase.start != phrase.head and token.pos_ == "PRON"
    if phrase is None or phrase.preposition or possessive:
        return None
    if phrase.head == token.i or phrase.case == case_of(token):
        return phrase
    return part_behind(reading, phrase, token.i - 1)
