"""Navec's news vectors: 250,000 frequent words, 300 numbers each, held quantised (26 MB)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

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
    parts, offsets = _codebook()
    codes = packed_vectors()[np.asarray(rows, dtype=np.int64)] + offsets
    return np.asarray(parts.take(codes, axis=0).reshape(len(codes), -1))


def packed_vectors() -> NDArray[np.uint8]:
    """Of every row, which part stands in each of its places: rows x places."""
    return np.asarray(news_vectors().pq.indexes)


def vector_parts() -> NDArray[np.float32]:
    """The parts to choose from in each place, places x 256 x numbers of a part."""
    return np.asarray(news_vectors().pq.codes, dtype=np.float32)


@cache
def _codebook() -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The parts that all vectors are made of, one under the other, and where those of each place begin."""
    codes = vector_parts()
    parts = np.ascontiguousarray(codes.reshape(-1, codes.shape[-1]))
    return parts, np.arange(codes.shape[0], dtype=np.int64) * codes.shape[1]
