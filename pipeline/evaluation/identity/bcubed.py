"""B³ (Bagga and Baldwin 1998, «Algorithms for Scoring Coreference Chains»): two ways to cluster the same mentions.

For each mention precision is the share of its answered cluster that stands in its wanted cluster, recall the share of
its wanted cluster that stands in its answered one; both are averaged over the mentions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from pipeline.evaluation.counts import harmonic_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class BCubed:
    """Sums of both shares over mentions; they add up over texts."""

    precisions: float = 0.0
    recalls: float = 0.0
    mentions: int = 0

    def __add__(self, other: BCubed) -> BCubed:
        return BCubed(
            precisions=self.precisions + other.precisions, recalls=self.recalls + other.recalls,
            mentions=self.mentions + other.mentions,
        )  # fmt: skip

    @property
    def precision(self) -> float:
        """Average over the mentions, 0 without any."""
        return self.precisions / self.mentions if self.mentions else 0.0

    @property
    def recall(self) -> float:
        """Average over the mentions, 0 without any."""
        return self.recalls / self.mentions if self.mentions else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)


def b_cubed(wanted: Sequence[Hashable], answered: Sequence[Hashable]) -> BCubed:
    """Score the clusters of one text: both name the cluster of each mention, in the same order."""
    common = Counter(zip(wanted, answered, strict=True))
    of_wanted, of_answered = Counter(wanted), Counter(answered)
    pairs = common.items()
    return BCubed(
        precisions=sum(n * n / of_answered[answer] for (_, answer), n in pairs),
        recalls=sum(n * n / of_wanted[want] for (want, _), n in pairs),
        mentions=len(wanted),
    )
