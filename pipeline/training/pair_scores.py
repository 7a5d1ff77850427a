"""Relation scores of the candidate pairs of one window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812  (its usual name)

from pipeline.mentions.reader.pairs import MentionPlaces, Pairs
from pipeline.training.network import Reader
from pipeline.training.prepared import Prepared, SpanKey


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowStates:
    """What the encoder says of one window: hidden states n x width, vectors and type scores n x MAX_WIDTH x ..."""

    hidden: Tensor
    vectors: Tensor
    scores: Tensor


def mention_places(found: dict[SpanKey, int], prepared: Prepared) -> MentionPlaces:
    """Spans with their type numbers from 1, as arrays."""
    keys = np.array(list(found), dtype=np.int64).reshape(-1, 2)
    return MentionPlaces(
        starts=keys[:, 0],
        ends=keys.sum(axis=1),
        types=np.array(list(found.values()), dtype=np.int64) - 1,
        sentences=prepared.sentences[keys[:, 0]],
    )


def score_pairs(model: Reader, states: WindowStates, mentions: MentionPlaces, types: Tensor, found: Pairs) -> Tensor:
    """Scores before the sigmoid, p x relations; `types` holds the type probabilities of the mentions."""
    starts, ends = torch.from_numpy(mentions.starts), torch.from_numpy(mentions.ends)
    total = F.pad(states.hidden.cumsum(0), (0, 0, 1, 0))
    low, high = torch.from_numpy(found.gaps[:, 0]), torch.from_numpy(found.gaps[:, 1])
    between = (total[high] - total[low]) / (high - low).clamp(min=1)[:, None]
    spans = states.vectors[starts, ends - starts]
    return model.relations(spans, types, between, torch.from_numpy(found.pairs), torch.from_numpy(found.distance))
