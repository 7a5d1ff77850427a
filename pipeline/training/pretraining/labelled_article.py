"""An article as windows of labelled pieces: slovnet answers, nobody checks («silver»)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.language.neural import label_names, parse_words, tag_words
from pipeline.language.segmentation import split_sentences
from pipeline.mentions.reader.features import CONTEXT, surroundings
from pipeline.mentions.reader.pieces import Span, split_pieces
from pipeline.mentions.reader.windows import pack_windows
from pipeline.records.article import Article
from pipeline.training.pretraining.piece_labels import PieceLabels, TokenLabels, label_pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledArticle:
    """The n pieces of an article in order.

    `words` as they stand in the text, `labels` sentence by sentence, `flags` n x CONTEXT of their surroundings,
    `windows` the number of pieces in each window.
    """

    words: tuple[str, ...]
    labels: tuple[PieceLabels, ...]
    flags: NDArray[np.bool_]
    windows: tuple[int, ...]


def label_article(article: Article) -> LabelledArticle:
    """Ask slovnet's three networks about an article; the same article always gets the same labels."""
    text = article.text
    sentences = [sentence.tokens for sentence in split_sentences(text, article.lines)]
    answers = _ask([[text[start:end] for start, end in tokens] for tokens in sentences])
    split = [_split(text, tokens) for tokens in sentences]
    windows = list(pack_windows([[piece for piece, _ in pieces] for pieces in split]))
    flags = [surroundings(text, window).astype(np.bool_) for window in windows]
    return LabelledArticle(
        words=tuple(text[start:end] for window in windows for start, end in window.pieces),
        labels=tuple(label_pieces([t for _, t in pieces], own) for pieces, own in zip(split, answers, strict=True)),
        flags=np.concatenate([np.zeros((0, CONTEXT), dtype=np.bool_), *flags]),
        windows=tuple(len(window.pieces) for window in windows),
    )


def _split(text: str, tokens: Sequence[Span]) -> list[tuple[Span, int]]:
    """Pieces, each with the number of its token."""
    return [(piece, number) for number, token in enumerate(tokens) for piece in split_pieces(text, [token])]


def _ask(sentences: Sequence[Sequence[str]]) -> list[TokenLabels]:
    answers = zip(tag_words(sentences), label_names(sentences), parse_words(sentences), strict=True)
    return [
        TokenLabels(tags=tags, names=names, relations=relations, heads=scores.argmax(axis=1).tolist())
        for tags, names, (scores, relations) in answers
    ]
