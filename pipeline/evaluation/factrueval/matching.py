"""Pairing answers with gold one to one, and figures that add up over texts where an answer may be right in part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialCounts:
    """How much was right, how many answers counted and how many gold items; counts add up."""

    right: float = 0.0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: PartialCounts) -> PartialCounts:
        return PartialCounts(
            right=self.right + other.right, predicted=self.predicted + other.predicted, gold=self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Rightness per answer."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Rightness per gold item."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def pair_up(agreement: Sequence[Sequence[float]]) -> dict[int, int]:
    """Gold index to answer index, the best agreements first; each item in one pair, none without agreement.

    Args:
        agreement: a row for each gold item, a column for each answer, 0 to 1.
    """
    cells = sorted(
        ((value, -i, -j) for i, row in enumerate(agreement) for j, value in enumerate(row) if value > 0), reverse=True
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in cells:
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs
