"""Pairs of mentions that may be related, and what lies between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DISTANCES = 12
SENTENCES_APART = 3
_BOUNDS = np.array([1, 2, 3, 4, 6, 8, 12, 18, 27, 40, 64])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Candidate pairs of one window: `pairs` p x 2 places in the mention list, `distance` p, `gaps` p x 2 piece ranges."""

    pairs: NDArray[np.int64]
    distance: NDArray[np.int64]
    gaps: NDArray[np.int64]


def candidate_pairs(
    starts: NDArray[np.int64], ends: NDArray[np.int64], types: NDArray[np.int64], sentences: NDArray[np.int64],
    allowed: NDArray[np.bool_],
) -> Pairs:  # fmt: skip
    """Pairs of types seen together in training, at most `SENTENCES_APART` sentences apart.

    Args:
        starts, ends, types: first piece, last piece and type of each mention.
        sentences: sentence number of each mention.
        allowed: types x types.
    """
    near = np.abs(sentences[:, None] - sentences[None, :]) <= SENTENCES_APART
    possible = near & allowed[types[:, None], types[None, :]]
    np.fill_diagonal(possible, False)
    head, tail = np.nonzero(possible)
    before = starts[head] > ends[tail]
    after = starts[tail] > ends[head]
    gap = np.where(after, starts[tail] - ends[head], np.where(before, starts[head] - ends[tail], 0))
    relation = np.where(after, 0, np.where(before, 1, np.where(starts[head] <= starts[tail], 2, 3)))
    same = sentences[head] == sentences[tail]
    bucket = np.searchsorted(_BOUNDS, gap, side="right")
    bucket = np.where(same, bucket, np.maximum(bucket, 6))
    low = np.where(after, ends[head] + 1, np.where(before, ends[tail] + 1, np.maximum(starts[head], starts[tail])))
    high = np.where(after, starts[tail], np.where(before, starts[head], np.minimum(ends[head], ends[tail]) + 1))
    return Pairs(
        pairs=np.stack([head, tail], axis=1),
        distance=relation * DISTANCES + bucket,
        gaps=np.stack([low, np.maximum(high, low)], axis=1),
    )


def allowed_types(seen: Sequence[tuple[int, int]], types: int) -> NDArray[np.bool_]:
    """Matrix of the type pairs that training has seen related."""
    matrix = np.zeros((types, types), dtype=bool)
    for head, tail in seen:
        matrix[head, tail] = True
    return matrix
