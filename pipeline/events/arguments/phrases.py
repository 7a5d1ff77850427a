"""Noun phrases in the order of the words: preposition, head with its case, genitives and appositions behind it.

The parser errs where news is at its densest, in chains of titles and genitives. Case and word order do not, so the
phrase is read from left to right: «с [Председателем Совета ОДКБ], [Президентом Беларуси Александром Лукашенко]».
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.events.arguments.name_forms import Covering
from pipeline.events.arguments.phrase_tails import NOMINAL, QUOTES, RELATIVE, phrase_end
from pipeline.language.features import case_of, features

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "X", "SYM"})
_POSSESSIVE = frozenset({"его", "её", "ее", "их"})
_EMPHATIC = frozenset({"сам", "весь", "оба"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: tokens from `start` to `end`, its head, the head's case, and the preposition that governs it."""

    start: int
    end: int
    head: int
    case: str
    preposition: str = ""


def read_phrases(doc: Doc, covering: Covering, dated: Collection[int]) -> tuple[Phrase, ...]:
    """Read the phrases of every sentence; calendar expressions are left out."""
    return tuple(p for sentence in doc.sents for p in _sentence_phrases(sentence, covering, dated))


def _sentence_phrases(sentence: Span, covering: Covering, dated: Collection[int]) -> list[Phrase]:
    phrases: list[Phrase] = []
    preposition, index = "", sentence.start
    while index < sentence.end:
        token = sentence.doc[index]
        if index in dated:
            preposition = preposition if token.pos_ == "ADJ" else ""  # «[на] сегодняшнем заседании»
            index += 1
        elif _opens(token, index in covering):
            phrase = _read(sentence, index, preposition, covering, dated)
            phrases.append(phrase)
            preposition, index = "", phrase.end
        else:
            preposition = _preposition(token, preposition)
            index += 1
    return phrases


def _preposition(token: Token, before: str) -> str:
    """A preposition waits for its phrase over a quotation mark, an adverb and an adjectival participle."""
    if token.pos_ == "ADP":
        return token.lower_
    waits = token.text in QUOTES or token.is_space or token.pos_ in {"ADV", "PART"}
    return before if waits or "Part" in features(token, "VerbForm") else ""


def _opens(token: Token, covered: bool) -> bool:
    return covered or (
        token.pos_ in NOMINAL and token.lemma_ not in RELATIVE and "Short" not in features(token, "Variant")
    )


def _read(sentence: Span, start: int, preposition: str, covering: Covering, dated: Collection[int]) -> Phrase:
    head, case, index = _head(sentence, start, covering, dated)
    titled = "Anim" in features(sentence.doc[head], "Animacy") and head not in covering
    index = phrase_end(sentence, index, case, covering, dated, titled=titled)
    return Phrase(start=start, end=index, head=head, case=case, preposition=preposition)


def _head(sentence: Span, start: int, covering: Covering, dated: Collection[int]) -> tuple[int, str, int]:
    """The first noun, with its case, and the index behind it (behind its whole mention, if it is named)."""
    index = start
    while index < sentence.end:
        token = sentence.doc[index]
        if index in covering and not (token.lower_ in _POSSESSIVE and _before_noun(sentence, index)):
            name = covering[index]
            return _mention_head(sentence.doc, name.start, name.end), name.case, max(name.end, index + 1)
        possessive = token.lower_ in _POSSESSIVE and _before_noun(sentence, index)
        if token.pos_ in _NOUNS and token.lemma_ not in _EMPHATIC and not possessive:
            return index, case_of(token), index + 1
        if index in dated or not (token.pos_ in NOMINAL or token.text in QUOTES or token.is_space):
            break
        index += 1
    return start, case_of(sentence.doc[start]), max(index, start + 1)


def _before_noun(sentence: Span, index: int) -> bool:
    following = sentence.doc[index + 1] if index + 1 < sentence.end else None
    return following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}


def _mention_head(doc: Doc, start: int, end: int) -> int:
    return next((i for i in range(start, end) if doc[i].pos_ in {"NOUN", "PROPN"}), start)
