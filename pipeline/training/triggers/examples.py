"""Annotated articles to words with their answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from pipeline.assembly import build_pipeline, read_articles
from pipeline.events.candidates import line_roles
from pipeline.events.ontology import Ontology, default_ontology
from pipeline.events.triggers.features import Inputs, categories, content_words, encode_words
from pipeline.events.triggers.model import NO_EVENT
from pipeline.records.article import Article

UNDECIDED = -1  # a word of a trigger that is not its head: it teaches nothing
_SELDOM = 5
_LAST = "svodka_reader"


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerText:
    """An article with its annotated triggers: first offset, last offset, type."""

    article: Article
    triggers: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerExamples:
    """Words of each article as inputs of the network, and the answer on each: 0, the number of a type, or -1."""

    types: tuple[str, ...]
    categories: tuple[str, ...]
    inputs: tuple[Inputs, ...]
    answers: tuple[NDArray[np.int64], ...]


def make_examples(texts: Sequence[TriggerText]) -> TriggerExamples:
    """Read the articles up to the reader and make examples of their words."""
    ontology = default_ontology()
    types = tuple(sorted({trigger[2] for text in texts for trigger in text.triggers} & set(ontology.types)))
    read = [(doc, content_words(doc, line_roles(doc)), text) for doc, text in _read(texts)]
    read = [(doc, words, text) for doc, words, text in read if words]
    kept = _categories((word for _, words, _ in read for word in words), ontology)
    known = {name: place for place, name in enumerate(kept)}
    return TriggerExamples(
        types=types,
        categories=kept,
        inputs=tuple(encode_words(doc, words, known, ontology) for doc, words, _ in read),
        answers=tuple(np.array([_answer(word, text, types) for word in words]) for _, words, text in read),
    )


def _read(texts: Sequence[TriggerText]) -> Iterator[tuple[Doc, TriggerText]]:
    nlp = build_pipeline()
    for name in nlp.pipe_names[nlp.pipe_names.index(_LAST) + 1 :]:
        nlp.remove_pipe(name)
    yield from zip(read_articles(nlp, (text.article for text in texts)), texts, strict=True)


def _categories(words: Iterable[Token], ontology: Ontology) -> tuple[str, ...]:
    """All categories but the rarest, in alphabetical order."""
    counts = Counter(name for word in words for name in categories(word, ontology))
    return tuple(sorted(name for name, count in counts.items() if count >= _SELDOM))


def _answer(word: Token, text: TriggerText, types: Sequence[str]) -> int:
    """The type whose trigger the word heads: of «возбуждено уголовное дело» the word that hangs on no other of them."""
    end = word.idx + len(word)
    for first, last, kind in text.triggers:
        if first < end and word.idx < last and kind in types:
            inside = word.head != word and first <= word.head.idx < last
            return UNDECIDED if inside else types.index(kind) + 1
    return NO_EVENT
