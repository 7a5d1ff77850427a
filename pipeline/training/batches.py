"""Examples as tensors, padded batch by batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from pipeline.mentions.reader.features import FeatureExtractor, WindowFeatures
from pipeline.training.examples import Example
from pipeline.mentions.reader.windows import MAX_WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An example with its features; `gold` maps (start, width - 1) to a type number from 1; relations by number."""

    example: Example
    features: WindowFeatures
    sentences: np.ndarray
    gold: dict[tuple[int, int], int]
    relations: tuple[tuple[int, tuple[int, int], tuple[int, int]], ...]


def prepare(
    examples: Sequence[Example], extractor: FeatureExtractor, types: Sequence[str], relations: Sequence[str]
) -> list[Prepared]:
    """Compute features and number the labels; spans wider than `MAX_WIDTH` are left out."""
    type_number = {name: i + 1 for i, name in enumerate(types)}
    relation_number = {name: i for i, name in enumerate(relations)}
    found = []
    for example in examples:
        gold = {(a, b - a): type_number[t] for a, b, t in example.mentions if b - a < MAX_WIDTH}
        links = tuple(
            (relation_number[kind], (h[0], h[1] - h[0]), (t[0], t[1] - t[0]))
            for kind, h, t in example.relations
            if max(h[1] - h[0], t[1] - t[0]) < MAX_WIDTH
        )
        features = extractor.window(example.text, example.window)
        sentences = np.array(example.window.sentences)
        found.append(Prepared(example=example, features=features, sentences=sentences, gold=gold, relations=links))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Padded inputs; `gold` b x n x MAX_WIDTH with type numbers, `valid` the spans inside their window."""

    ids: Tensor
    vectors: Tensor
    extras: Tensor
    mask: Tensor
    gold: Tensor
    valid: Tensor


def collate(group: Sequence[Prepared]) -> Batch:
    """Pad a group of windows to the longest."""
    size = max(len(p.features.ids) for p in group)
    first = group[0].features
    ids = torch.zeros(len(group), size, first.ids.shape[1], dtype=torch.int64)
    vectors = torch.zeros(len(group), size, first.vectors.shape[1])
    extras = torch.zeros(len(group), size, first.extras.shape[1])
    mask = torch.zeros(len(group), size)
    gold = torch.zeros(len(group), size, MAX_WIDTH, dtype=torch.int64)
    valid = torch.zeros(len(group), size, MAX_WIDTH, dtype=torch.bool)
    for row, p in enumerate(group):
        n = len(p.features.ids)
        ids[row, :n] = torch.from_numpy(p.features.ids)
        vectors[row, :n] = torch.from_numpy(p.features.vectors)
        extras[row, :n] = torch.from_numpy(p.features.extras)
        mask[row, :n] = 1
        for width in range(min(MAX_WIDTH, n)):
            valid[row, : n - width, width] = True
        for (start, width), label in p.gold.items():
            gold[row, start, width] = label
    return Batch(ids=ids, vectors=vectors, extras=extras, mask=mask, gold=gold, valid=valid)
