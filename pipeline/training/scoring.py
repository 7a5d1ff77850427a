"""Strict scores of predicted spans and relations against gold, by type.

A span counts where both offsets and the type are right, a relation where its type and both its spans are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Set
from dataclasses import dataclass, field

from pipeline.training.corpus import AnnotatedText, TypedSpan

EVENT_TYPE = "event"
ARGUMENT_RELATIONS = frozenset(
    {"PARTICIPANT_IN", "AGENT", "TAKES_PLACE_IN", "POINT_IN_TIME", "START_TIME", "END_TIME", "ORGANIZES"}
)


@dataclass(slots=True)
class Tally:
    """Right answers, predictions and gold answers, counted by type."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, found: Iterable[tuple[str, Hashable]], wanted: Iterable[tuple[str, Hashable]]) -> None:
        """Count answers given as (type, what)."""
        have, want = set(found), set(wanted)
        self.predicted.update(name for name, _ in have)
        self.gold.update(name for name, _ in want)
        self.right.update(name for name, _ in have & want)

    def names(self) -> list[str]:
        """All types, in alphabetical order."""
        return sorted(set(self.gold) | set(self.predicted))

    def f1(self, names: Iterable[str] | None = None) -> float:
        """Micro F1 over some types, over all by default; 0 where there is nothing to find and nothing found."""
        chosen = self.names() if names is None else list(names)
        right = sum(self.right[name] for name in chosen)
        answers = sum(self.predicted[name] + self.gold[name] for name in chosen)
        return 2 * right / answers if answers else 0.0


@dataclass(slots=True)
class ReaderScores:
    """Tallies of spans and relations over a corpus."""

    mentions: Tally = field(default_factory=Tally)
    relations: Tally = field(default_factory=Tally)

    def add(
        self, gold: AnnotatedText, mentions: Set[TypedSpan], relations: Set[tuple[str, TypedSpan, TypedSpan]]
    ) -> None:
        """Count one text."""
        self.mentions.add(((m[2], m) for m in mentions), ((m[2], m) for m in gold.mentions))
        self.relations.add(((r[0], r) for r in relations), ((r[0], r) for r in gold.relations))

    def figures(self) -> dict[str, float]:
        """F1 of mentions, event triggers, relations and event arguments, rounded to four places."""
        return {
            "mentions": round(self.mentions.f1(), 4),
            "events": round(self.mentions.f1([EVENT_TYPE]), 4),
            "relations": round(self.relations.f1(), 4),
            "arguments": round(self.relations.f1(ARGUMENT_RELATIONS), 4),
        }
