"""Strict scores of predicted spans and relations against gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

ARGUMENT_RELATIONS = frozenset(
    {"PARTICIPANT_IN", "AGENT", "TAKES_PLACE_IN", "POINT_IN_TIME", "START_TIME", "END_TIME", "ORGANIZES"}
)


@dataclass(slots=True)
class Tally:
    """True positives, predictions and gold answers, by name."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, found: Iterable[tuple[str, object]], wanted: Iterable[tuple[str, object]]) -> None:
        """Count answers given as (name, what)."""
        have, want = set(found), set(wanted)
        self.predicted.update(name for name, _ in have)
        self.gold.update(name for name, _ in want)
        self.right.update(name for name, _ in have & want)

    def f1(self, names: Iterable[str] | None = None) -> float:
        """Micro F1 over some names, over all by default."""
        chosen = set(self.gold) | set(self.predicted) if names is None else set(names)
        right = sum(self.right[n] for n in chosen)
        answers = sum(self.predicted[n] + self.gold[n] for n in chosen)
        return 2 * right / answers if answers else 0.0
