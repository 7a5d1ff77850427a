"""Owners that the words of an article state: «принадлежит», «владеет», «доля … в …»."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.language.features import case_of
from pipeline.language.sentences import sentence_of

_BELONGING = frozenset({"принадлежать", "подконтрольный"})
_OWNING = frozenset({"владеть", "контролировать", "завладеть"})
_SHARES = frozenset({"доля", "пакет", "участие"})
_OWNERS = frozenset({"person", "organization", "country"})
_JOINS = frozenset({",", "и", "«", "»", '"', "также", "а"})
_REACH = 14  # tokens between the word and a name that belongs to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """An owner, what is owned, and the rule that tells it."""

    owner: Named
    body: Named
    rule: str


def find_owners(named: NamedSpans) -> Iterator[Owned]:
    """Yield owners with what they own, in the order of the words that tell it."""
    for token in named.doc:
        for rule in _RULES:
            for owner, body in rule(named, token):
                if owner.entity != body.entity:
                    yield Owned(owner=owner, body=body, rule=rule.__name__.strip("_"))


def _belongs(named: NamedSpans, token: Token) -> Iterator[tuple[Named, Named]]:
    """«[«Заря»] принадлежит [Ивану Орлову] и [Анне Ли]», «[«Заря»], принадлежащая [Орлову]»."""
    if fold(token.lemma_) not in _BELONGING:
        return
    owners = _run(named, token.i + 1, "Dat")
    body = _nearest_body(named, token, -1)
    if not owners:
        before = _nearest(named, token, -1)
        owners = [before] if before is not None and _may_be(before, named, "Dat") else []
        body = _nearest_body(named, token, 1)
    elif body is None:
        body = _nearest_body(named, named.doc[owners[-1].last], 1)
    for owner in owners if body is not None else ():
        yield owner, body  # type: ignore[misc]  # a loop over nothing where there is no body


def _owns(named: NamedSpans, token: Token) -> Iterator[tuple[Named, Named]]:
    """«[Орлов] владеет 30 % акций [«Зари»]»: who stands before the verb owns the body behind it."""
    if fold(token.lemma_) not in _OWNING or token.pos_ != "VERB":
        return
    owner = _nearest(named, token, -1)
    body = _nearest_body(named, token, 1)
    if owner is not None and body is not None and owner.mention.type in _OWNERS:
        yield owner, body


def _has_share(named: NamedSpans, token: Token) -> Iterator[tuple[Named, Named]]:
    """«доля [Ивана Орлова] в [«Заре»] достигла 20 %»."""
    if fold(token.lemma_) not in _SHARES:
        return
    owner = _nearest(named, token, 1)
    behind = owner.last + 1 if owner is not None else len(named.doc)
    if owner is None or behind + 1 >= len(named.doc) or named.doc[behind].lower_ not in {"в", "во"}:
        return
    body = _nearest_body(named, named.doc[behind], 1)
    if body is not None and owner.mention.type in _OWNERS:
        yield owner, body


def _run(named: NamedSpans, start: int, case: str) -> list[Named]:
    """The names in a case from a token on, joined by commas and «и», with their titles in between."""
    found: list[Named] = []
    index = start
    while index < min(len(named.doc), start + _REACH):
        here, token = named.at(index), named.doc[index]
        if here is not None and here.mention.type in _OWNERS and _may_be(here, named, case):
            found.append(here)
            index = here.last + 1
            continue
        title = token.pos_ in {"NOUN", "ADJ"} and case_of(token) == case
        if here is not None or not (title or token.lower_ in _JOINS):
            break
        index += 1
    return found


def _may_be(found: Named, named: NamedSpans, case: str) -> bool:
    """Whether a name stands in a case, or shows none."""
    cases = {case_of(named.doc[i]) for i in range(found.first, found.last + 1)} - {""}
    foreign = not any("а" <= letter <= "я" for letter in found.mention.text.lower())
    return foreign or case in cases or not cases


def _nearest_body(named: NamedSpans, token: Token, step: int) -> Named | None:
    found = _nearest(named, token, step)
    return found if found is not None and found.mention.type == "organization" else None


def _nearest(named: NamedSpans, token: Token, step: int) -> Named | None:
    """The first name on one side of a word, with no other verb in between."""
    sentence = sentence_of(token)
    index = token.i + step
    while sentence.start <= index < sentence.end and abs(index - token.i) <= _REACH:
        found, word = named.at(index), named.doc[index]
        if found is not None:
            return found
        if word.pos_ == "VERB" or word.text in {";", ":"}:
            return None
        index += step
    return None


_RULES: tuple[Callable[[NamedSpans, Token], Iterator[tuple[Named, Named]]], ...] = (_belongs, _owns, _has_share)
