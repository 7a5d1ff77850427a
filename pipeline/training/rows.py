"""Rows of articles from which the networks learn: what is seen of each, and its answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.language.networks import Inputs

UNDECIDED = -1  # the answer of a row that teaches nothing
_SELDOM = 8  # categories of fewer rows say nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows of one article: numbers, what is said of each in categories, and the answer: 0, its number, or -1.

    Attributes:
        at: of which tokens each row tells: rows x 1, or rows x 2.
        weight: how much each of its rows counts in learning.
    """

    numbers: Inputs
    said: tuple[tuple[str, ...], ...]
    wanted: NDArray[np.int64]
    at: NDArray[np.int64]
    weight: float = 1.0

    @property
    def without_numbers(self) -> Rows:
        """The same rows for who sees the words themselves: numbers take a thousand times the place of the rest."""
        return replace(self, numbers=self.numbers[:, :0].copy())


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Rows of each article as inputs, the answer on each (0 for none, the number of an answer, or -1), its weight."""

    answers: tuple[str, ...]
    categories: tuple[str, ...]
    inputs: tuple[Inputs, ...]
    wanted: tuple[NDArray[np.int64], ...]
    weights: tuple[float, ...]


def make_examples(read: Sequence[Rows], answers: tuple[str, ...]) -> Examples:
    """Put rows into the form of the network's inputs; the rarest categories are left out."""
    kept = common_categories(read)
    known = {name: place for place, name in enumerate(kept)}
    return Examples(
        answers=answers, categories=kept, wanted=tuple(rows.wanted for rows in read),
        weights=tuple(rows.weight for rows in read),
        inputs=tuple(np.concatenate([r.numbers, _marked(r.said, known)], axis=1) for r in read),
    )  # fmt: skip


def common_categories(read: Iterable[Rows]) -> tuple[str, ...]:
    """The categories that are said often enough to learn from, in alphabetical order."""
    counts = Counter(name for rows in read for names in rows.said for name in names)
    return tuple(sorted(name for name, count in counts.items() if count >= _SELDOM))


def _marked(said: Sequence[Iterable[str]], known: Mapping[str, int]) -> Inputs:
    """The categories of each row as zeros and ones: rows x known categories; unknown ones are passed over."""
    marks = np.zeros((len(said), len(known)), dtype=np.float32)
    places = [(row, known[name]) for row, names in enumerate(said) for name in names if name in known]
    if places:
        marks[tuple(zip(*places, strict=True))] = 1
    return marks
