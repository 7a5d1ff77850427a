"""Pairing answers with gold one to one, and what comes of it for one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.evaluation.counts import Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackFault:
    """A name or object that was missed, is too much, or right in part."""

    document: str
    type: str
    wanted: str
    got: str
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackScore:
    """Counts by type and the faults of one text; an answer may be right in part."""

    counts: dict[str, Counts]
    faults: tuple[TrackFault, ...]


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
