"""What training minimises: wrong span types, and wrong relations between gold and predicted spans alike.

The relation scorer learns on the spans that the model itself predicts beside the gold ones, with its own type
probabilities: at work it never sees gold spans.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from pipeline.training.batches import Batch, Prepared
from pipeline.training.network import Reader
from pipeline.mentions.reader.pairs import candidate_pairs

NULL_SHARE = 0.5
CROSS_SENTENCE_SHARE = 0.3
Keys = list[tuple[int, int]]


def span_loss(scores: Tensor, batch: Batch, generator: torch.Generator) -> Tensor:
    """Cross-entropy over gold spans and a random half of all others, per gold span."""
    drawn = torch.rand(batch.valid.shape, generator=generator) < NULL_SHARE
    chosen = batch.valid & ((batch.gold > 0) | drawn)
    loss = F.cross_entropy(scores[chosen], batch.gold[chosen], reduction="sum")
    return loss / max(int((batch.gold > 0).sum()), 1)


def relation_loss(
    model: Reader, hidden: Tensor, vectors: Tensor, scores: Tensor, group: Sequence[Prepared],
    allowed: NDArray[np.bool_], random: np.random.Generator,
) -> Tensor:  # fmt: skip
    """Binary cross-entropy over candidate pairs, per gold mention of the batch."""
    total = torch.zeros(())
    mentions = sum(len(p.gold) for p in group)
    for row, prepared in enumerate(group):
        keys, types = _mentions(prepared, scores[row])
        if len(keys) < 2:
            continue
        probabilities = _type_probabilities(scores[row], keys, types, random)
        total = total + _window_loss(model, hidden[row], vectors[row], prepared, keys, types, probabilities, allowed, random)
    return total / max(mentions, 1)


def _mentions(prepared: Prepared, scores: Tensor) -> tuple[Keys, NDArray[np.int64]]:
    """Gold spans, then predicted ones that are none."""
    found = dict(prepared.gold)
    n = len(prepared.features.ids)
    best = scores[:n].detach().argmax(-1).numpy()
    for start, width in np.argwhere(best > 0):
        if start + width < n and (start, width) not in found:
            found[int(start), int(width)] = int(best[start, width])
    return list(found), np.array(list(found.values()), dtype=np.int64) - 1


def _type_probabilities(scores: Tensor, keys: Keys, types: NDArray[np.int64], random: np.random.Generator) -> Tensor:
    """The model's own probabilities; for half of the mentions the label itself."""
    at = torch.tensor(keys)
    own = scores[at[:, 0], at[:, 1], 1:].softmax(-1)
    label = F.one_hot(torch.from_numpy(types), own.shape[1]).float()
    take = torch.from_numpy(random.random(len(keys)) < 0.5).float()[:, None]
    return take * label + (1 - take) * own.detach()


def _window_loss(  # noqa: PLR0913, PLR0917  (one place where all parts of a window meet)
    model: Reader, hidden: Tensor, vectors: Tensor, prepared: Prepared, keys: Keys, types: NDArray[np.int64],
    probabilities: Tensor, allowed: NDArray[np.bool_], random: np.random.Generator,
) -> Tensor:  # fmt: skip
    starts = np.array([k[0] for k in keys])
    ends = np.array([k[0] + k[1] for k in keys])
    found = candidate_pairs(starts, ends, types, prepared.sentences[starts], allowed)
    place = {key: i for i, key in enumerate(keys)}
    row_of = {(int(h), int(t)): i for i, (h, t) in enumerate(found.pairs)}
    target = torch.zeros(len(found.pairs), model.shape.relations)
    for kind, head, tail in prepared.relations:
        row = row_of.get((place[head], place[tail]))
        if row is not None:
            target[row, kind] = 1
    cross = prepared.sentences[starts[found.pairs[:, 0]]] != prepared.sentences[starts[found.pairs[:, 1]]]
    keep = ~cross | (random.random(len(cross)) < CROSS_SENTENCE_SHARE) | (target.sum(1).numpy() > 0)
    if not keep.any():
        return torch.zeros(())
    logits = score_pairs(model, hidden, vectors, keys, probabilities, found.pairs[keep], found.distance[keep], found.gaps[keep])
    return F.binary_cross_entropy_with_logits(logits, target[torch.from_numpy(keep)], reduction="sum")


def score_pairs(  # noqa: PLR0913, PLR0917
    model: Reader, hidden: Tensor, vectors: Tensor, keys: Keys, probabilities: Tensor,
    pairs: NDArray[np.int64], distance: NDArray[np.int64], gaps: NDArray[np.int64],
) -> Tensor:  # fmt: skip
    """Relation scores of pairs of one window: p x relations."""
    at = torch.tensor(keys)
    spans = vectors[at[:, 0], at[:, 1]]
    total = F.pad(hidden.cumsum(0), (0, 0, 1, 0))
    low, high = torch.from_numpy(gaps[:, 0]), torch.from_numpy(gaps[:, 1])
    between = (total[high] - total[low]) / (high - low).clamp(min=1)[:, None]
    return model.relations(spans, probabilities, between, torch.from_numpy(pairs), torch.from_numpy(distance))
