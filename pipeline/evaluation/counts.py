"""Precision, recall and F1 from what was right, given and wanted, and the list of what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

DIGITS = 4
FaultKind = Literal["missed", "wrong", "spurious"]


def harmonic_mean(precision: float, recall: float) -> float:
    """F1 of both, 0 where both are 0."""
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many answers were right (in part, where a measure has it), given and wanted; counts add up over articles."""

    right: float = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            right=self.right + other.right, predicted=self.predicted + other.predicted, gold=self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Share of the given answers that are right, 0 where there is none."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted answers that were given, 0 where none was wanted."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)

    def as_json(self) -> dict[str, float]:
        """Rounded figures beside the counts."""
        return {
            "p": round(self.precision, DIGITS), "r": round(self.recall, DIGITS), "f1": round(self.f1, DIGITS),
            "tp": self.right, "predicted": self.predicted, "gold": self.gold,
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One answer that is missing, wrong or too much, with its place in the text where it has one."""

    doc_id: str
    layer: str
    kind: FaultKind
    start: int
    end: int
    text: str
    wanted: str = ""
    got: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerScore:
    """Counts of one or more figures of a layer in one article, with its faults."""

    counts: dict[str, Counts] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
