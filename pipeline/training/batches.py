"""Prepared windows as tensors, padded batch by batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.mentions.reader.windows import MAX_WIDTH
from pipeline.training.prepared import Prepared, SpanKey
from pipeline.training.vector_table import look_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Padded inputs of b windows of at most n pieces, and what is known of them.

    Inputs: `ids` b x n x kinds, `rows` b x n x 2 of the vectors, `extras` b x n x e, `mask` b x n, `sentences` b x n.
    Gold mentions: `spans` g x 4 (row, start, width - 1, type number from 1). Relations between them: `links` r x 3
    (relation, head and tail as places in `spans`), `stated` r, how likely. Spans that teachers judge instead:
    `soft_cells` k x 3 (row, start, width - 1), `likelihoods` k x (types + 1).
    """

    ids: Tensor
    rows: Tensor
    extras: Tensor
    mask: Tensor
    sentences: Tensor
    spans: Tensor
    links: Tensor
    stated: Tensor
    soft_cells: Tensor
    likelihoods: Tensor

    def to(self, device: torch.device) -> Batch:
        """The same on a device."""
        return Batch(**{field.name: getattr(self, field.name).to(device) for field in fields(self)})

    def inputs(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """What the network takes."""
        return self.ids, look_up(self.rows, self.mask), self.extras, self.mask

    def inside(self) -> Tensor:
        """Which spans end inside their window, b x n x MAX_WIDTH."""
        along = torch.arange(self.mask.shape[1], device=self.mask.device)
        ends = along[:, None] + torch.arange(MAX_WIDTH, device=self.mask.device)
        return ends < self.mask.sum(1)[:, None, None]


def collate(group: Sequence[Prepared]) -> Batch:
    """Pad a group of windows to the longest."""
    size = max(len(p.features.ids) for p in group)
    spans, links, stated = _answers(group)
    cells, likelihoods = _soft(group)
    return Batch(
        ids=_padded([p.features.ids for p in group], size), rows=_padded([p.features.rows for p in group], size),
        extras=_padded([p.features.extras for p in group], size),
        mask=_padded([np.ones(len(p.features.ids), dtype=np.float32) for p in group], size),
        sentences=_padded([p.sentences for p in group], size), spans=spans, links=links, stated=stated,
        soft_cells=cells, likelihoods=likelihoods,
    )  # fmt: skip


def _padded(arrays: Sequence[NDArray[Any]], size: int) -> Tensor:
    padded = np.zeros((len(arrays), size, *arrays[0].shape[1:]), dtype=arrays[0].dtype)
    for row, array in enumerate(arrays):
        padded[row, : len(array)] = array
    return torch.from_numpy(padded)


def _answers(group: Sequence[Prepared]) -> tuple[Tensor, Tensor, Tensor]:
    """Mentions of all windows one after another, and relations between their places."""
    places: dict[tuple[int, SpanKey], int] = {}
    spans = [(row, *key, number) for row, prepared in enumerate(group) for key, number in prepared.gold.items()]
    for row, start, width, _ in spans:
        places[row, (start, width)] = len(places)
    links = [
        (kind, places[row, head], places[row, tail], likely)
        for row, prepared in enumerate(group)
        for kind, head, tail, likely in prepared.relations
        if (row, head) in places and (row, tail) in places
    ]
    return (
        torch.tensor(spans, dtype=torch.int64).reshape(-1, 4),
        torch.tensor([link[:3] for link in links], dtype=torch.int64).reshape(-1, 3),
        torch.tensor([link[3] for link in links], dtype=torch.float32),
    )


def _soft(group: Sequence[Prepared]) -> tuple[Tensor, Tensor]:
    judged = [(row, prepared.soft) for row, prepared in enumerate(group) if prepared.soft is not None]
    if not judged:
        return torch.zeros(0, 3, dtype=torch.int64), torch.zeros(0, 0)
    cells = [np.insert(soft.cells, 0, row, axis=1) for row, soft in judged]
    likelihoods = np.concatenate([soft.likelihoods for _, soft in judged])
    return torch.from_numpy(np.concatenate(cells)), torch.from_numpy(likelihoods)
