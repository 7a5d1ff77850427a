"""Prepared windows as tensors, padded batch by batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from pipeline.language.vectors import DIMENSIONS
from pipeline.mentions.reader.windows import MAX_WIDTH
from pipeline.training.prepared import Prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Padded inputs; `gold` b x n x MAX_WIDTH with type numbers, `valid` the spans inside their window that it judges.

    Spans that teachers judge are not among those: `soft_cells` k x 3 (row, start, width - 1), `likelihoods` k x
    (types + 1).
    """

    ids: Tensor
    vectors: Tensor
    extras: Tensor
    mask: Tensor
    gold: Tensor
    valid: Tensor
    soft_cells: Tensor
    likelihoods: Tensor


def collate(group: Sequence[Prepared]) -> Batch:
    """Pad a group of windows to the longest."""
    size = max(len(p.features.ids) for p in group)
    first = group[0].features
    ids = torch.zeros(len(group), size, first.ids.shape[1], dtype=torch.int64)
    vectors = torch.zeros(len(group), size, 2 * DIMENSIONS)
    extras = torch.zeros(len(group), size, first.extras.shape[1])
    mask = torch.zeros(len(group), size)
    gold = torch.zeros(len(group), size, MAX_WIDTH, dtype=torch.int64)
    valid = torch.zeros(len(group), size, MAX_WIDTH, dtype=torch.bool)
    cells, likelihoods = _soft(group)
    batch = Batch(
        ids=ids, vectors=vectors, extras=extras, mask=mask, gold=gold, valid=valid, soft_cells=cells,
        likelihoods=likelihoods,
    )  # fmt: skip
    for row, prepared in enumerate(group):
        _fill(batch, row, prepared)
    return batch


def _soft(group: Sequence[Prepared]) -> tuple[Tensor, Tensor]:
    judged = [(row, prepared.soft) for row, prepared in enumerate(group) if prepared.soft is not None]
    if not judged:
        return torch.zeros(0, 3, dtype=torch.int64), torch.zeros(0, 0)
    cells = [np.insert(soft.cells, 0, row, axis=1) for row, soft in judged]
    likelihoods = np.concatenate([soft.likelihoods for _, soft in judged])
    return torch.from_numpy(np.concatenate(cells)), torch.from_numpy(likelihoods)


def _fill(batch: Batch, row: int, prepared: Prepared) -> None:
    n = len(prepared.features.ids)
    batch.ids[row, :n] = torch.from_numpy(prepared.features.ids)
    batch.vectors[row, :n] = torch.from_numpy(prepared.features.vectors)
    batch.extras[row, :n] = torch.from_numpy(prepared.features.extras)
    batch.mask[row, :n] = 1
    for width in range(min(MAX_WIDTH, n)):
        batch.valid[row, : n - width, width] = True
    if prepared.soft is not None:
        batch.valid[row, prepared.soft.cells[:, 0], prepared.soft.cells[:, 1]] = False
        return
    for (start, width), label in prepared.gold.items():
        batch.gold[row, start, width] = label
