"""Participles and relative clauses that speak of an event noun, wherever the parser hung them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.events.arguments.agreement import agrees
from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.verb_forms import ATTRIBUTIVE, VERBAL, is_participle, is_predicate
from pipeline.language.features import case_of, features
from pipeline.language.sentences import sentence_of


def modifiers(noun: Token) -> list[Token]:
    """Participles and relative clauses that speak of a noun, wherever the parser hung them.

    «заседанию СМИД, [намеченному] на 5 мая», «консультации, которые [отложили]».
    """
    attached = [c for c in noun.children if c.dep_ in ATTRIBUTIVE and c.pos_ in VERBAL]
    behind = _participle_behind(noun)
    found = [*attached, *([behind] if behind is not None and behind not in attached else [])]
    relative = _relative_verb(noun)
    if relative is not None and relative not in found:
        found.append(relative)
    return [verb for verb in found if not is_participle(verb) or modifies(noun, verb)]


def _participle_behind(noun: Token) -> Token | None:
    """The first participle behind a comma within the sentence that agrees with the noun, before any predicate."""
    comma = False
    for token in _following(noun, 14):
        if token.text == ",":
            comma = True
        elif is_participle(token):
            fits = comma and agrees(noun, token)
            return token if fits and (token.lemma_ in argument_lexicon().holding or not _nearer(noun, token)) else None
        elif is_predicate(token):
            return None
    return None


def _nearer(noun: Token, participle: Token) -> bool:
    """Whether another noun between the two agrees as well: «съезда Союза, прошедшего» leaves «съезда»."""
    own = case_of(noun)
    between = (t for t in noun.doc[noun.i + 1 : participle.i] if t.pos_ == "NOUN")
    return own != "" and any(case_of(t) == case_of(participle) and agrees(t, participle) for t in between)


def _belongs_nearer(noun: Token, participle: Token) -> bool:
    """Whether a noun of another phrase between the two agrees: «съезду, … и форуму, [намеченному] на среду»."""
    between = noun.doc[noun.i + 1 : participle.i] if is_participle(participle) else ()
    agreeing = (t for t in between if t.pos_ == "NOUN" and case_of(t) == case_of(participle) and agrees(t, participle))
    return any(not _in_own_phrase(noun, other) for other in agreeing)


def modifies(noun: Token, participle: Token) -> bool:
    """Whether a participle speaks of this noun and of none nearer: «[съезд], намеченный на среду»."""
    return agrees(noun, participle) and not _belongs_nearer(noun, participle)


def _in_own_phrase(noun: Token, other: Token) -> bool:
    """Whether it hangs on the noun by genitives and names alone: «съезду [Союза]»."""
    while other != noun and other.dep_ in {"nmod", "amod", "flat", "flat:name", "appos"} and other.head != other:
        other = other.head
    return other == noun


def _relative_verb(noun: Token) -> Token | None:
    """The predicate of «…, которая прошла» where the pronoun agrees with the noun."""
    pronoun = None
    for token in _following(noun, 20):
        if pronoun is None and token.lemma_ == "который":
            if not _refers_to(token, noun):
                return None
            pronoun = token
        elif is_predicate(token):
            return token if pronoun is not None else None
    return None


def _refers_to(pronoun: Token, noun: Token) -> bool:
    """«[встреча], которая»: number agrees, in the singular the gender too, as far as the pronoun shows them."""
    compared = ("Number",) if "Plur" in features(pronoun, "Number") else ("Number", "Gender")
    return all(features(noun, f) == features(pronoun, f) or not features(pronoun, f) for f in compared)


def _following(token: Token, limit: int) -> Iterator[Token]:
    for index in range(token.i + 1, min(token.i + 1 + limit, sentence_of(token).end)):
        yield token.doc[index]
