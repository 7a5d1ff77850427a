"""Sentences and their words, cut once an article: spaCy's `token.sent` looks for both ends and takes 7 µs."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Span, Token


def sentence_of(token: Token) -> Span:
    """The sentence that a token stands in, as `token.sent` gives it."""
    found, places = _sentences(token.doc)
    return found[places[token.i]]


def sentence_number(token: Token) -> int:
    """Which sentence of its article a token stands in, from 0 on."""
    return _sentences(token.doc)[1][token.i]


def sentences(doc: Doc) -> list[Span]:
    """All sentences of an article, in order."""
    return _sentences(doc)[0]


@lru_cache(maxsize=2)
def sentence_words(doc: Doc) -> tuple[tuple[Token, ...], ...]:
    """Tokens of each sentence without white space; sentences of white space alone are left out."""
    found = (tuple(token for token in sentence if not token.is_space) for sentence in _sentences(doc)[0])
    return tuple(words for words in found if words)


@lru_cache(maxsize=2)  # components read one article after another; none of them moves a sentence
def _sentences(doc: Doc) -> tuple[list[Span], list[int]]:
    """The sentences of a `Doc`, and for each of its tokens which one it stands in."""
    found = list(doc.sents)
    return found, [number for number, sentence in enumerate(found) for _ in range(len(sentence))]


def last_text(sentence: Span) -> str:
    """What a sentence ends with, mostly its mark; empty where it is white space alone."""
    return next((token.text for token in reversed(sentence) if not token.is_space), "")
