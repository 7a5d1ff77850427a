"""What every word of a corpus tells by itself, analysed once a word instead of once a piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.mentions.reader.features import CONTEXT, FeatureExtractor, FeatureVocabulary
from pipeline.mentions.reader.windows import Window
from pipeline.mentions.reader.words import KINDS

_CHUNK = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable:
    """A row for each of w words.

    `ids` w x kinds int32; `rows` w x 2 int64, where the vectors of form and lemma are; `grammemes` w x grammemes, in
    half precision, since there are hundreds of thousands of words.
    """

    ids: NDArray[np.int32]
    rows: NDArray[np.int64]
    grammemes: NDArray[np.float16]


def build_table(words: Sequence[str], vocabulary: FeatureVocabulary) -> WordTable:
    """Analyse words; a vocabulary built from them makes the numbers."""
    table = WordTable(
        ids=np.zeros((len(words), len(KINDS)), dtype=np.int32),
        rows=np.zeros((len(words), 2), dtype=np.int64),
        grammemes=np.zeros((len(words), len(vocabulary.grammemes)), dtype=np.float16),
    )
    for at in range(0, len(words), _CHUNK):
        _fill(table, at, words[at : at + _CHUNK], vocabulary)
    return table


def _fill(table: WordTable, at: int, words: Sequence[str], vocabulary: FeatureVocabulary) -> None:
    """The reader's own extractor says what a word is; a fresh one each time, since it keeps all that it has seen."""
    text, window = _listed(words)
    features = FeatureExtractor(vocabulary).window(text, window)
    table.ids[at : at + len(words)] = features.ids
    table.rows[at : at + len(words)] = features.rows
    table.grammemes[at : at + len(words)] = features.extras[:, :-CONTEXT]


def _listed(words: Sequence[str]) -> tuple[str, Window]:
    """Words one after another as if they were a text of one sentence."""
    ends = np.cumsum([len(word) + 1 for word in words]).tolist()
    pieces = tuple((end - 1 - len(word), end - 1) for word, end in zip(words, ends, strict=True))
    return " ".join(words), Window(pieces=pieces, sentences=(0,) * len(words))
