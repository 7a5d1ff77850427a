"""Places that share a plural noun: «Тульской, Курской и Брянской областям» names three regions."""

from __future__ import annotations

from itertools import dropwhile

from spacy.tokens import Doc, Token

from pipeline.language.features import features

_JOINTS = frozenset({",", "и", "или"})
_FARTHEST = 14  # words of a list


def shared_noun(doc: Doc, start: int, end: int) -> str:
    """The noun that closes the list in which an adjective stands, as it stands there; empty where none does.

    Args:
        doc: the article.
        start: offset of «Тульской».
        end: offset behind it.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return ""
    noun = next(dropwhile(_is_listed, doc[span.end : span.end + _FARTHEST]), None)
    return noun.text if noun is not None and "Plur" in features(noun, "Number") else ""


def _is_listed(token: Token) -> bool:
    return token.text in _JOINTS or token.text[:1].isupper()
