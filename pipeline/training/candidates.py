"""Pairs of mentions that may be related, for all windows of a batch at once and on whichever device the batch lies.

The same pairs as `pipeline.mentions.reader.pairs` finds window by window at work; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812  (its usual name)

from pipeline.mentions.reader.pairs import BOUNDS, DISTANCES, SENTENCES_APART


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionBatch:
    """m mentions: row of the batch, first and last piece, type number from 0, sentence number; all of length m."""

    rows: Tensor
    starts: Tensor
    ends: Tensor
    types: Tensor
    sentences: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class PairBatch:
    """p pairs: `pairs` p x 2 places among the mentions, `distance` p, `low` and `high` p, the pieces between them."""

    pairs: Tensor
    distance: Tensor
    low: Tensor
    high: Tensor

    def only(self, chosen: Tensor) -> PairBatch:
        """Some of them."""
        return PairBatch(
            pairs=self.pairs[chosen], distance=self.distance[chosen], low=self.low[chosen], high=self.high[chosen]
        )


def candidate_pairs(mentions: MentionBatch, allowed: Tensor) -> PairBatch:
    """Pairs in one window of types seen together in training, at most `SENTENCES_APART` sentences apart.

    `allowed` is types x types.
    """
    same = mentions.rows[:, None] == mentions.rows
    near = (mentions.sentences[:, None] - mentions.sentences).abs() <= SENTENCES_APART
    possible = same & near & allowed[mentions.types[:, None], mentions.types]
    possible.fill_diagonal_(fill_value=False)
    head, tail = possible.nonzero(as_tuple=True)
    starts, ends = mentions.starts, mentions.ends
    after, before = starts[tail] > ends[head], starts[head] > ends[tail]
    low = torch.where(after, ends[head], ends[tail]) + 1
    low = torch.where(after | before, low, torch.maximum(starts[head], starts[tail]))
    high = torch.where(after, starts[tail], starts[head])
    high = torch.where(after | before, high, torch.minimum(ends[head], ends[tail]) + 1)
    return PairBatch(
        pairs=torch.stack([head, tail], dim=1),
        distance=_distance(mentions, head, tail, after, before),
        low=low,
        high=torch.maximum(high, low),
    )


def _distance(mentions: MentionBatch, head: Tensor, tail: Tensor, after: Tensor, before: Tensor) -> Tensor:
    """Who stands first, or holds whom, times how far apart they are; another sentence is never near."""
    starts, ends = mentions.starts, mentions.ends
    gap = torch.where(after, starts[tail] - ends[head], torch.where(before, starts[head] - ends[tail], 0))
    holds = torch.where(starts[head] <= starts[tail], 2, 3)
    order = torch.where(after, 0, torch.where(before, 1, holds))
    bucket = torch.bucketize(gap, torch.as_tensor(BOUNDS, device=gap.device), right=True)
    same = mentions.sentences[head] == mentions.sentences[tail]
    return order * DISTANCES + torch.where(same, bucket, bucket.clamp(min=6))


def mention_batch(spans: Tensor, sentences: Tensor) -> MentionBatch:
    """Mentions from spans m x 4 (row, start, width - 1, type number from 1) and the sentences of pieces, b x n."""
    rows, starts, widths, numbers = spans.T
    return MentionBatch(
        rows=rows, starts=starts, ends=starts + widths, types=numbers - 1, sentences=sentences[rows, starts]
    )


def between(hidden: Tensor, mentions: MentionBatch, found: PairBatch) -> Tensor:
    """Mean hidden state of the pieces between two mentions, or of those they share; p x width, zero where none are."""
    total = F.pad(hidden.cumsum(1), (0, 0, 1, 0))
    row = mentions.rows[found.pairs[:, 0]]
    return (total[row, found.high] - total[row, found.low]) / (found.high - found.low).clamp(min=1)[:, None]
