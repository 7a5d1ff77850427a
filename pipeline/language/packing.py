"""Sentences for slovnet's networks: all of a batch in one row, with a separator before each and nothing to fill up.

slovnet pads a batch to its longest sentence and sets what stands behind a shorter one to zero in every layer. A
convolution of width 3 sees one word to either side, so one zero between two sentences does the same: a sentence's
result depends on no other. The distinct words of a batch meet the first layer once, however often they occur.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.language.backends import shape_of
from pipeline.language.graphs import Arrays, labels
from pipeline.language.vectors import DIMENSIONS, vector_row, vectors

LAYERS = 3  # convolutions, each of which takes the first and the last row away
BATCH = 1024  # words: more of them would leave the processor's cache, fewer repeat themselves less
_KEPT = 1 << 16

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A batch of sentences.

    Attributes:
        inputs: `vectors` (distinct words x 300) and `shapes` of the distinct words, the first of which stands for all
            separators; `places`: which of them each row is.
        spans: first and last row + 1 of each sentence in the output; the row before the first is its separator.
    """

    inputs: Arrays
    spans: tuple[tuple[int, int], ...]

    @property
    def words(self) -> NDArray[np.int64]:
        """Rows that are words."""
        return np.concatenate([np.arange(first, last) for first, last in self.spans])


@lru_cache(maxsize=1)  # three networks read the same sentences one after the other
def pack(sentences: tuple[Words, ...]) -> tuple[Packed, ...]:
    """Pack the sentences of an article into batches, in their order; no sentence may be empty."""
    return tuple(_packed(batch) for batch in _batches(sentences))


def _batches(sentences: Sequence[Words]) -> Iterator[list[Words]]:
    batch: list[Words] = []
    count = 0
    for sentence in sentences:
        if batch and count + len(sentence) > BATCH:
            yield batch
            batch, count = [], 0
        batch.append(sentence)
        count += len(sentence)
    if batch:
        yield batch


def _packed(batch: Sequence[Words]) -> Packed:
    numbers: dict[str, int] = {}
    places, spans = [0] * (LAYERS + 1), []
    for sentence in batch:
        spans.append((len(places) - LAYERS, len(places) - LAYERS + len(sentence)))
        places += [numbers.setdefault(word, len(numbers) + 1) for word in sentence]
        places.append(0)
    places += [0] * (LAYERS - 1)
    shapes, rows = zip(*map(_known, numbers), strict=True)
    separator = np.zeros((1, DIMENSIONS), dtype=np.float32)
    return Packed(
        inputs={
            "vectors": np.concatenate([separator, vectors(rows)]),
            "shapes": np.array([0, *shapes], dtype=np.int64),
            "places": np.array(places, dtype=np.int64),
        },
        spans=tuple(spans),
    )


@lru_cache(maxsize=_KEPT)
def _known(word: str) -> tuple[int, int]:
    """Number of a word's shape and row of its vector."""
    return _shape_numbers()[shape_of(word)], vector_row(word)


@lru_cache(maxsize=1)
def _shape_numbers() -> dict[str, int]:
    return {shape: number for number, shape in enumerate(labels().shapes)}
