"""Rows of articles from which the small networks learn: what is seen of each, and its answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.events.networks import NO

Numbers = NDArray[np.float32] | NDArray[np.float16]
UNDECIDED = -1  # the answer of a row that teaches nothing
_SPREAD = 0.05  # added to every deviation, so that what hardly varies is not blown up
SELDOM = 8  # categories of fewer rows say nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows of one article: numbers, what is said of each in categories, and the answer: 0, its number, or -1.

    Attributes:
        at: of which tokens each row tells: rows x 1, or rows x 2.
        weight: how much each of its rows counts in learning.
        shares: instead of one answer the probability of each, where a larger network has answered: rows x answers.
    """

    numbers: Numbers
    said: tuple[tuple[str, ...], ...]
    wanted: NDArray[np.int64]
    at: NDArray[np.int64]
    weight: float = 1.0
    shares: Numbers | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Rows of each article as inputs, the answer on each (0 for none, the number of an answer, or -1), its weight.

    Attributes:
        marked: how many of the articles, the first ones, were marked by hand.
    """

    answers: tuple[str, ...]
    categories: tuple[str, ...]
    inputs: tuple[Numbers, ...]
    wanted: tuple[NDArray[np.int64], ...]
    shares: tuple[Numbers, ...]
    weights: tuple[float, ...]
    marked: int


def make_examples(read: Sequence[Rows], answers: tuple[str, ...]) -> Examples:
    """Put rows into the form of the network's inputs; the rarest categories are left out."""
    counts = Counter(name for rows in read if rows.shares is None for names in rows.said for name in names)
    kept = tuple(sorted(name for name, count in counts.items() if count >= SELDOM))
    certain = np.eye(len(answers) + 1, dtype=np.float16)
    known = {name: place for place, name in enumerate(kept)}
    return Examples(
        answers=answers, categories=kept, wanted=tuple(rows.wanted for rows in read),
        shares=tuple(certain[np.maximum(rows.wanted, NO)] if rows.shares is None else rows.shares for rows in read),
        weights=tuple(rows.weight for rows in read), marked=sum(rows.shares is None for rows in read),
        inputs=tuple(np.concatenate([r.numbers.astype(np.float16), _marked(r.said, known)], axis=1) for r in read),
    )  # fmt: skip


def _marked(said: Sequence[Iterable[str]], known: Mapping[str, int]) -> Numbers:
    """The categories of each row as zeros and ones: rows x known categories; unknown ones are passed over."""
    marks = np.zeros((len(said), len(known)), dtype=np.float16)
    places = [(row, known[name]) for row, names in enumerate(said) for name in names if name in known]
    if places:
        marks[tuple(zip(*places, strict=True))] = 1
    return marks


def moments(numbers: Sequence[Numbers]) -> tuple[Tensor, Tensor]:
    """Mean of each column, and its deviation with a little added, so that what hardly varies is not blown up."""
    count = sum(map(len, numbers))
    total = sum(each.sum(axis=0, dtype=np.float64) for each in numbers)
    mean = np.asarray(total) / count
    spread = sum(((each.astype(np.float64) - mean) ** 2).sum(axis=0) for each in numbers)
    deviation = np.sqrt(np.asarray(spread) / max(count - 1, 1)) + _SPREAD
    return torch.from_numpy(mean.astype(np.float32)), torch.from_numpy(deviation.astype(np.float32))
