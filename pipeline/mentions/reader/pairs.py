"""Pairs of mentions that may be related, and what lies between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DISTANCES = 12
SENTENCES_APART = 3
BOUNDS = np.array([1, 2, 3, 4, 6, 8, 12, 18, 27, 40, 64])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Candidate pairs of one window: `pairs` p x 2 places among the mentions, `distance` p, `gaps` p x 2 pieces."""

    pairs: NDArray[np.int64]
    distance: NDArray[np.int64]
    gaps: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionPlaces:
    """Mentions of one window as arrays of equal length: first and last piece, type number from 0, sentence number."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    types: NDArray[np.int64]
    sentences: NDArray[np.int64]


def candidate_pairs(mentions: MentionPlaces, allowed: NDArray[np.bool_]) -> Pairs:
    """Pairs of types seen together in training, at most `SENTENCES_APART` sentences apart.

    Args:
        mentions: of one window.
        allowed: types x types.
    """
    near = np.abs(mentions.sentences[:, None] - mentions.sentences[None, :]) <= SENTENCES_APART
    possible = near & allowed[mentions.types[:, None], mentions.types[None, :]]
    np.fill_diagonal(possible, False)
    head, tail = np.nonzero(possible)
    return Pairs(
        pairs=np.stack([head, tail], axis=1),
        distance=_distance(mentions, head, tail),
        gaps=_gaps(mentions, head, tail),
    )


def _distance(mentions: MentionPlaces, head: NDArray[np.int64], tail: NDArray[np.int64]) -> NDArray[np.int64]:
    """Who stands first, or holds whom, times how far apart they are; another sentence is never near."""
    starts, ends = mentions.starts, mentions.ends
    after, before = starts[tail] > ends[head], starts[head] > ends[tail]
    gap = np.where(after, starts[tail] - ends[head], np.where(before, starts[head] - ends[tail], 0))
    order = np.where(after, 0, np.where(before, 1, np.where(starts[head] <= starts[tail], 2, 3)))
    bucket = np.searchsorted(BOUNDS, gap, side="right")
    same = mentions.sentences[head] == mentions.sentences[tail]
    return np.asarray(order * DISTANCES + np.where(same, bucket, np.maximum(bucket, 6)), dtype=np.int64)


def _gaps(mentions: MentionPlaces, head: NDArray[np.int64], tail: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pieces between two mentions, or those they share: first and one past the last."""
    starts, ends = mentions.starts, mentions.ends
    after, before = starts[tail] > ends[head], starts[head] > ends[tail]
    low = np.where(after, ends[head] + 1, np.where(before, ends[tail] + 1, np.maximum(starts[head], starts[tail])))
    high = np.where(after, starts[tail], np.where(before, starts[head], np.minimum(ends[head], ends[tail]) + 1))
    return np.stack([low, np.maximum(high, low)], axis=1)
