"""Who leads a body: «возглавляет миссию», «институтом руководит Орлов», «комиссию, которую возглавляет Ли»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.entities.positions.bodies import generic_body
from pipeline.entities.positions.clauses import subject_of
from pipeline.entities.positions.delegations import Led
from pipeline.entities.positions.leading import person_before, post_of_leading, read_led
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import NamedSpans, fold
from pipeline.language.features import case_of, features
from pipeline.language.sentences import sentence_of

_OPENING = 7  # words from the first word of a sentence to its verb


def find_led(named: NamedSpans) -> Iterator[Led]:
    """Yield people with the body that they lead, the verb, and the post that it stands for."""
    for token in named.doc:
        post = post_of_leading(token)
        if not post:
            continue
        person = person_before(named, token) if _is_participle(token) else subject_of(named, token)
        if person is None:
            continue
        if body := _object(named, token):
            yield person, token, post, body
        elif led := read_led(named, token, post):
            yield person, token, *led


def _is_participle(verb: Token) -> bool:
    return "Part" in features(verb, "VerbForm") or verb.pos_ == "ADJ"


def _object(named: NamedSpans, verb: Token) -> str:
    """The body behind or before the verb, also through «которую»."""
    for index in (verb.i + 1, verb.i + 2, verb.i - 1, verb.i - 2):
        if not 0 <= index < len(named.doc):
            continue
        found = named.at(index)
        if found is not None and not found.is_person and found.mention.kind != "adjective":
            return found.entity if case_of(named.doc[found.first]) in {"Acc", "Ins", "Nom", ""} else ""
        token = named.doc[index]
        if post_lexicon().is_body(fold(token.lemma_)) and case_of(token) in {"Acc", "Ins"}:
            return _named_behind(named, token) or generic_body(named, token) or ""
        if fold(token.lemma_) == "который" and index >= 2 and (before := named.at(index - 2)) is not None:
            return "" if before.is_person else before.entity
    return _opening_object(named, verb)


def _opening_object(named: NamedSpans, verb: Token) -> str:
    """«Институтом с прошлого лета руководит Орлов»: the first word of the sentence, in the case governed."""
    first = next((token for token in sentence_of(verb) if token.is_alpha), verb)
    if not 2 < verb.i - first.i <= _OPENING or case_of(first) not in {"Ins", "Acc"} - _other_case(verb):
        return ""
    if any(token.text == "," or token.pos_ == "VERB" for token in verb.doc[first.i : verb.i]):
        return ""
    found = named.at(first.i)
    if found is not None:
        return "" if found.is_person or found.is_place else found.entity
    return (generic_body(named, first) or "") if post_lexicon().is_body(fold(first.lemma_)) else ""


def _other_case(verb: Token) -> set[str]:
    """«руководить» never governs an accusative, «возглавлять» no instrumental."""
    return {"Acc"} if fold(verb.lemma_).startswith("руковод") else {"Ins"}


def _named_behind(named: NamedSpans, noun: Token) -> str:
    """The name in marks that a noun introduces: «компанией «Заря»»."""
    found = named.in_marks_behind(noun)
    return "" if found is None or found.is_person else found.entity
