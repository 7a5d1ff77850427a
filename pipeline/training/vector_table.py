"""Navec's vectors on the device that trains, unpacked there: a batch then brings two numbers a piece and not 600."""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor

from pipeline.language.vectors import packed_vectors, vector_parts


def look_up(rows: Tensor, mask: Tensor) -> Tensor:
    """Vectors of form and lemma of every piece.

    Args:
        rows: b x n x 2, where they are.
        mask: b x n; what it hides gets zeros.

    Returns:
        b x n x 600.
    """
    packed, parts, offsets = _table(str(rows.device))
    vectors = parts[packed[rows].long() + offsets].flatten(2)
    return vectors * mask[..., None]


@cache
def _table(device: str) -> tuple[Tensor, Tensor, Tensor]:
    """Rows x places, all parts one under the other, and where those of each place begin."""
    parts = torch.tensor(vector_parts())
    offsets = torch.arange(len(parts)) * parts.shape[1]
    packed = torch.tensor(packed_vectors())
    return packed.to(device), parts.flatten(0, 1).to(device), offsets.to(device)
