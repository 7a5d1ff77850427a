"""Relation scores of the candidate pairs of a batch."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from pipeline.training.batches import Batch
from pipeline.training.candidates import MentionBatch, PairBatch, between
from pipeline.training.network import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """What one model says of a batch: `hidden` b x n x width, span `vectors`, type `scores` b x n x MAX_WIDTH x .."""

    model: Reader
    hidden: Tensor
    vectors: Tensor
    scores: Tensor

    @classmethod
    def of(cls, model: Reader, batch: Batch) -> States:
        """Run the encoder and look at every span."""
        hidden, vectors, scores = model.encode(*batch.inputs())
        return cls(model=model, hidden=hidden, vectors=vectors, scores=scores)

    def relations(self, mentions: MentionBatch, types: Tensor, found: PairBatch) -> Tensor:
        """Scores before the sigmoid, p x relations; `types` holds the type probabilities of the mentions."""
        spans = self.vectors[mentions.rows, mentions.starts, mentions.ends - mentions.starts]
        gaps = between(self.hidden, mentions, found)
        scores: Tensor = self.model.relations(spans, types, gaps, found.pairs, found.distance)
        return scores
