"""What training minimises: wrong span types, and wrong relations between gold and predicted spans alike.

The relation scorer learns on the spans that the model itself predicts beside the gold ones, with its own type
probabilities: at work it never sees gold spans.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812  (its usual name)

from pipeline.mentions.reader.pairs import MentionPlaces, Pairs, candidate_pairs
from pipeline.training.batches import Batch
from pipeline.training.network import Reader
from pipeline.training.pair_scores import WindowStates, mention_places, score_pairs
from pipeline.training.prepared import Prepared, SpanKey

NULL_SHARE = 0.5
CROSS_SENTENCE_SHARE = 0.3
LABEL_SHARE = 0.5
LEAST_LIKELY = 0.1  # a pair that teachers think related with less is one of the many


def span_loss(scores: Tensor, batch: Batch, generator: torch.Generator) -> Tensor:
    """Cross-entropy over gold spans, a random half of all others, and what teachers judge; per mention."""
    drawn = torch.rand(batch.valid.shape, generator=generator) < NULL_SHARE
    chosen = batch.valid & ((batch.gold > 0) | drawn)
    loss = F.cross_entropy(scores[chosen], batch.gold[chosen], reduction="sum")
    mentions = float((batch.gold > 0).sum())
    if len(batch.soft_cells):
        row, start, width = batch.soft_cells.T
        loss = loss + F.cross_entropy(scores[row, start, width], batch.likelihoods, reduction="sum")
        mentions += float(batch.likelihoods[:, 1:].sum())
    return loss / max(mentions, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationObjective:
    """Binary cross-entropy over candidate pairs; `random` draws pairs and labels."""

    model: Reader
    allowed: NDArray[np.bool_]
    random: np.random.Generator

    def loss(self, states: Sequence[WindowStates], group: Sequence[Prepared]) -> Tensor:
        """Loss of a batch per gold mention."""
        total = torch.zeros(())
        for one, prepared in zip(states, group, strict=True):
            found = _gold_and_predicted(prepared, one.scores)
            if len(found) > 1:
                total = total + self._window(one, prepared, found)
        return total / max(sum(len(prepared.gold) for prepared in group), 1)

    def _window(self, states: WindowStates, prepared: Prepared, found: dict[SpanKey, int]) -> Tensor:
        mentions = mention_places(found, prepared)
        candidates = candidate_pairs(mentions, self.allowed)
        target = self._target(prepared, list(found), candidates)
        keep = self._drawn(mentions, candidates, target)
        if not keep.any():
            return torch.zeros(())
        kept = Pairs(pairs=candidates.pairs[keep], distance=candidates.distance[keep], gaps=candidates.gaps[keep])
        logits = score_pairs(self.model, states, mentions, self._types(states.scores, mentions), kept)
        return F.binary_cross_entropy_with_logits(logits, target[torch.from_numpy(keep)], reduction="sum")

    def _target(self, prepared: Prepared, keys: list[SpanKey], candidates: Pairs) -> Tensor:
        place = {key: i for i, key in enumerate(keys)}
        row_of = {(int(head), int(tail)): i for i, (head, tail) in enumerate(candidates.pairs)}
        target = torch.zeros(len(candidates.pairs), self.model.shape.relations)
        for kind, head, tail, probability in prepared.relations:
            row = row_of.get((place[head], place[tail]))
            if row is not None:
                target[row, kind] = probability
        return target

    def _drawn(self, mentions: MentionPlaces, candidates: Pairs, target: Tensor) -> NDArray[np.bool_]:
        """All pairs of one sentence, all related ones, and a share of the others."""
        head, tail = candidates.pairs.T
        same = mentions.sentences[head] == mentions.sentences[tail]
        drawn = self.random.random(len(same)) < CROSS_SENTENCE_SHARE
        return np.asarray(same | drawn | (target.sum(1).numpy() > LEAST_LIKELY))

    def _types(self, scores: Tensor, mentions: MentionPlaces) -> Tensor:
        """The model's own type probabilities; for a share of the mentions the label itself."""
        starts, ends = torch.from_numpy(mentions.starts), torch.from_numpy(mentions.ends)
        own = scores[starts, ends - starts, 1:].softmax(-1)
        label = F.one_hot(torch.from_numpy(mentions.types), own.shape[1]).float()
        take = torch.from_numpy(self.random.random(len(starts)) < LABEL_SHARE).float()[:, None]
        return take * label + (1 - take) * own.detach()


def _gold_and_predicted(prepared: Prepared, scores: Tensor) -> dict[SpanKey, int]:
    """Gold spans, then predicted ones that are none."""
    found = dict(prepared.gold)
    n = len(prepared.features.ids)
    best = scores[:n].detach().argmax(-1).numpy()
    for start, width in np.argwhere(best > 0):
        if start + width < n:
            found.setdefault((int(start), int(width)), int(best[start, width]))
    return found
