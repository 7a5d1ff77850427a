"""Navec's news vectors: 250,000 frequent words, 300 numbers each, held quantised (26 MB)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.language.backends import news_vectors

DIMENSIONS = 300


def vector_row(word: str) -> int:
    """Row of a lower-cased word; the row of `<unk>` for an unknown one."""
    vocabulary = news_vectors().vocab
    return int(vocabulary.get(word.lower(), vocabulary.unk_id))


def vectors(rows: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
    """Vectors of rows: len(rows) x 300."""
    quantised = news_vectors().pq
    codes = quantised.indexes[np.asarray(rows, dtype=np.int64)]
    parts = quantised.codes[np.arange(codes.shape[1])[None, :], codes]
    return np.ascontiguousarray(parts.reshape(len(codes), -1), dtype=np.float32)
