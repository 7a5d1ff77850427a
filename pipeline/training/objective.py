"""What training minimises: wrong span types, and wrong relations between gold and predicted spans alike.

The relation scorer learns on the spans that the model itself predicts beside the gold ones, with its own type
probabilities: at work it never sees gold spans.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812  (its usual name)

from pipeline.training.batches import Batch
from pipeline.training.candidates import MentionBatch, PairBatch, candidate_pairs, mention_batch
from pipeline.training.pair_scores import States

NULL_SHARE = 0.5
CROSS_SENTENCE_SHARE = 0.3
LABEL_SHARE = 0.5
LEAST_LIKELY = 0.1  # a pair that teachers think related with less is one of the many


def span_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy over gold spans, a random half of all others, and what teachers judge; per mention."""
    gold, asked = torch.zeros(scores.shape[:3], dtype=torch.int64, device=scores.device), batch.inside()
    gold[tuple(batch.spans[:, :3].T)] = batch.spans[:, 3]
    asked[tuple(batch.soft_cells.T)] = False
    chosen = asked & ((gold > 0) | (torch.rand(asked.shape, device=asked.device) < NULL_SHARE))
    loss = F.cross_entropy(scores[chosen], gold[chosen], reduction="sum")
    mentions = (gold[asked] > 0).sum()
    if len(batch.soft_cells):
        judged = scores[tuple(batch.soft_cells.T)]
        loss = loss + F.cross_entropy(judged, batch.likelihoods, reduction="sum")
        mentions = mentions + batch.likelihoods[:, 1:].sum()
    return loss / mentions.clamp(min=1)


def relation_loss(states: States, batch: Batch, allowed: Tensor) -> Tensor:
    """Binary cross-entropy over candidate pairs, per gold mention; `allowed` is types x types."""
    spans = torch.cat([batch.spans, _predicted(states.scores, batch)])
    mentions = mention_batch(spans, batch.sentences)
    found = candidate_pairs(mentions, allowed)
    target = _target(batch, mentions, found, states.model.shape.relations)
    drawn = _drawn(mentions, found, target)
    found, target = found.only(drawn), target[drawn]
    logits = states.relations(mentions, _types(states.scores, mentions), found)
    return F.binary_cross_entropy_with_logits(logits, target, reduction="sum") / max(len(batch.spans), 1)


def _predicted(scores: Tensor, batch: Batch) -> Tensor:
    """Spans that the model chooses and that are not gold, m x 4."""
    best = scores.detach().argmax(-1) * batch.inside()
    best[tuple(batch.spans[:, :3].T)] = 0
    places = best.nonzero()
    return torch.cat([places, best[tuple(places.T)][:, None]], dim=1)


def _target(batch: Batch, mentions: MentionBatch, found: PairBatch, relations: int) -> Tensor:
    """P x relations: how likely each is stated."""
    number = len(mentions.rows)
    target = torch.zeros(len(found.pairs), relations, device=batch.mask.device)
    row_of = torch.full((number, number), -1, device=batch.mask.device)
    row_of[tuple(found.pairs.T)] = torch.arange(len(found.pairs), device=batch.mask.device)
    rows = row_of[batch.links[:, 1], batch.links[:, 2]]
    near = rows >= 0
    target[rows[near], batch.links[near, 0]] = batch.stated[near]
    return target


def _drawn(mentions: MentionBatch, found: PairBatch, target: Tensor) -> Tensor:
    """All pairs of one sentence, all related ones, and a share of the others."""
    head, tail = found.pairs.T
    same = mentions.sentences[head] == mentions.sentences[tail]
    drawn = torch.rand(len(same), device=same.device) < CROSS_SENTENCE_SHARE
    return same | drawn | (target.sum(1) > LEAST_LIKELY)


def _types(scores: Tensor, mentions: MentionBatch) -> Tensor:
    """The model's own type probabilities; for a share of the mentions the label itself."""
    own = scores[mentions.rows, mentions.starts, mentions.ends - mentions.starts, 1:].softmax(-1).detach()
    label = F.one_hot(mentions.types, own.shape[1]).to(own.dtype)
    take = (torch.rand(len(own), 1, device=own.device) < LABEL_SHARE).to(own.dtype)
    return take * label + (1 - take) * own
