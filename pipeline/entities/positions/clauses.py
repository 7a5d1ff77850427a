"""The clause about a verb: which person is its subject, where it breaks."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.entities.spans import Named, NamedSpans
from pipeline.language.features import case_of, features
from pipeline.language.sentences import sentence_of

BREAKS = frozenset(".;:!?")  # pauses that no clause goes over


def subject_of(named: NamedSpans, verb: Token) -> Named | None:
    """The person the verb speaks of: by syntax, else the nearest nominative name of the clause."""
    for child in verb.children:
        if child.dep_.startswith("nsubj") and child.lower_ in {"тот", "та"}:
            return None  # «политик …, в сенате тот возглавляет комитет»: someone told before
        if child.dep_.startswith("nsubj") and (found := named.at(child.i)) is not None and found.is_person:
            return found
    nominative = _nearest(named, verb, lambda person: _shows_nominative(named, person))
    return nominative if nominative is not None else pronoun_subject(named, verb)


def object_of(named: NamedSpans, verb: Token) -> Named | None:
    """Whom the verb acts on: «назначил [Петра Орлова] министром», the nearest name of the clause in the accusative."""
    for child in verb.children:
        if child.dep_ == "obj" and (found := named.at(child.i)) is not None and found.is_person:
            return found
    return _nearest(named, verb, lambda person: bool(named.cases(person) & {"Acc", "Gen"}))


def _nearest(named: NamedSpans, verb: Token, fits: Callable[[Named], bool]) -> Named | None:
    """The fitting person nearest to the verb in its clause."""
    sentence = sentence_of(verb)
    near = [
        person
        for person in named.people
        if sentence.start <= person.first < sentence.end and _open_way(named, verb.i, person) and fits(person)
    ]
    return min(near, key=lambda person: abs(person.first - verb.i), default=None)


def _shows_nominative(named: NamedSpans, person: Named) -> bool:
    return any(case_of(named.doc[i]) in {"Nom", ""} for i in range(person.first, person.last + 1))


def pronoun_subject(named: NamedSpans, verb: Token) -> Named | None:
    """«она» in the sentence: the person named last before it."""
    sentence = sentence_of(verb)
    pronoun = next((t for t in sentence if t.lower_ in {"он", "она"} and t.i < verb.i), None)
    if pronoun is None or any(p for p in named.people if sentence.start <= p.first < verb.i):
        return None
    return next((found for found in named.before(pronoun.i) if found.is_person), None)


def _open_way(named: NamedSpans, index: int, person: Named) -> bool:
    """No other verb and no strong pause between."""
    low, high = sorted((index, person.first))
    between = [named.doc[i] for i in range(low + 1, high)]
    return all(t.text not in BREAKS and not (t.pos_ == "VERB" and "Fin" in features(t, "VerbForm")) for t in between)
