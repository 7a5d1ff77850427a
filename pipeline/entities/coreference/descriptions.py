"""Descriptions of people: «белорусский лидер», «генсек», «глава объединения», «девушка»."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.coreference.predicates import is_predicate
from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.positions.phrases import PostPhrase, read_phrase
from pipeline.entities.spans import NamedSpans, fold
from pipeline.language.features import case_of, features
from pipeline.mentions.demonyms import demonyms
from pipeline.records.annotations import Position

_REACH = 8
_STOPS = frozenset(".,;:!?—–()")


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A noun phrase that may take up a person; `first` and `last` (inclusive) are token indices."""

    first: int
    last: int
    head: Token
    phrase: PostPhrase
    words: tuple[str, ...]


def find_descriptions(
    named: NamedSpans, positions: tuple[Position, ...], titles: Collection[str] = ()
) -> Iterator[Description]:
    """Yield the descriptions of one person each that stand beside no name, in order.

    Args:
        named: the article.
        positions: its posts.
        titles: nouns that the article itself puts before names.
    """
    lexicon = description_lexicon()
    known = {*post_lexicon().posts, *post_lexicon().ranks, *lexicon.people, *lexicon.wider, *lexicon.synonyms, *titles}
    peoples = demonyms()
    taken = _taken(named, positions)
    for token in named.doc:
        if post_lemma(token) not in known and fold(token.lemma_) not in peoples:
            continue
        if token.pos_ not in {"NOUN", "PROPN"} or token.i in taken or named.at(token.i) is not None:
            continue
        if "Plur" in features(token, "Number") or _depends(named, token, taken) or is_predicate(token):
            continue
        description = _describe(named, token)
        behind = named.at(description.last + 1) if description.last + 1 < len(named.doc) else None
        if behind is None or not behind.is_person:
            yield description


def _describe(named: NamedSpans, head: Token) -> Description:
    phrase = read_phrase(named, head, _stop(named, head))
    last = phrase.last
    following = named.at(last + 1) if last + 1 < len(named.doc) else None
    if phrase.body and following is not None and following.entity == phrase.body:
        last = following.last
    elif last + 1 < len(named.doc) and fold(named.doc[last + 1].lemma_) in post_lexicon().bodies:
        last += 1
    words = tuple(post_lemma(named.doc[i]) for i in range(phrase.first, phrase.last + 1))
    first = _with_adjective(named, phrase.first)
    return Description(first=first, last=last, head=head, phrase=phrase, words=words)


def _with_adjective(named: NamedSpans, first: int) -> int:
    """«узбекский посол»: the adjective of a country belongs to the description."""
    index = first - 1
    if index >= 0 and named.doc[index].pos_ == "ADJ" and named.at(index) is None:
        return index
    return first


def _stop(named: NamedSpans, head: Token) -> int:
    for index in range(head.i + 1, min(len(named.doc), head.i + _REACH)):
        token = named.doc[index]
        found = named.at(index)
        if found is not None and not found.is_person:
            continue
        if found is not None or token.text in _STOPS or token.is_space or token.pos_ in {"VERB", "AUX", "ADP", "CCONJ"}:
            return index
        if case_of(token) not in {"Gen", ""}:
            return index
    return min(len(named.doc), head.i + _REACH)


def _taken(named: NamedSpans, positions: tuple[Position, ...]) -> frozenset[int]:
    """Tokens of posts that stand beside a name."""
    found: set[int] = set()
    for position in positions:
        if position.source == "positions.leads":
            continue
        span = named.span_of(position)
        if span is not None:
            found.update(range(span.start, span.end))
    return frozenset(found)


def _depends(named: NamedSpans, token: Token, taken: frozenset[int]) -> bool:
    """Part of another phrase: a name right behind it, or a post it completes («заместитель министра»)."""
    behind = named.at(token.i + 1) if token.i + 1 < len(named.doc) else None
    if behind is not None and behind.is_person:
        return True
    index = token.i - 1
    while index >= 0 and named.doc[index].pos_ == "ADJ" and named.at(index) is None:
        index -= 1
    before = named.doc[index] if index >= 0 else None
    if before is None or case_of(token) != "Gen":
        return False
    return before.i in taken or fold(before.lemma_) in post_lexicon().posts
