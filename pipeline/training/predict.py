"""The network on prepared windows: spans and relations with their probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.mentions.reader.pairs import candidate_pairs
from pipeline.training.batches import collate
from pipeline.training.corpus import TypedSpan
from pipeline.training.labels import Labels
from pipeline.training.network import Reader
from pipeline.training.pair_scores import WindowStates, mention_places, score_pairs
from pipeline.training.prepared import Prepared, SpanKey

LEAST_PROBABILITY = 0.1  # relations below are never asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPrediction:
    """Spans of a text with their types, and relations between them with their probabilities."""

    mentions: frozenset[TypedSpan]
    relations: dict[tuple[str, TypedSpan, TypedSpan], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predictor:
    """One model, or several whose probabilities are averaged."""

    models: Sequence[Reader]
    labels: Labels

    @torch.no_grad()
    def predict(self, prepared: Prepared) -> WindowPrediction:
        """Read one window."""
        states = [_states(model, prepared) for model in self.models]
        probabilities = torch.stack([one.scores.softmax(-1) for one in states]).mean(0)
        found = _chosen(probabilities)
        spans = {key: self._typed(prepared, key, number) for key, number in found.items()}
        relations: dict[tuple[str, TypedSpan, TypedSpan], float] = {}
        if len(found) > 1:
            for (kind, head, tail), probability in self._relations(states, prepared, found, probabilities).items():
                relations[self.labels.relations[kind], spans[head], spans[tail]] = probability
        return WindowPrediction(mentions=frozenset(spans.values()), relations=relations)

    def _typed(self, prepared: Prepared, key: SpanKey, number: int) -> TypedSpan:
        pieces = prepared.window.pieces
        return pieces[key[0]][0], pieces[key[0] + key[1]][1], self.labels.types[number - 1]

    def _relations(
        self, states: Sequence[WindowStates], prepared: Prepared, found: dict[SpanKey, int], probabilities: Tensor
    ) -> dict[tuple[int, SpanKey, SpanKey], float]:
        mentions = mention_places(found, prepared)
        candidates = candidate_pairs(mentions, self.labels.allowed_matrix())
        if not len(candidates.pairs):
            return {}
        own = probabilities[torch.from_numpy(mentions.starts), torch.from_numpy(mentions.ends - mentions.starts), 1:]
        own = own / own.sum(-1, keepdim=True)
        scores = [
            score_pairs(model, one, mentions, own, candidates).sigmoid()
            for model, one in zip(self.models, states, strict=True)
        ]
        return _likely(torch.stack(scores).mean(0).numpy(), candidates.pairs, list(found))


def _states(model: Reader, prepared: Prepared) -> WindowStates:
    model.eval()
    batch = collate([prepared])
    hidden, vectors, scores = model.encode(batch.ids, batch.vectors, batch.extras, batch.mask)
    return WindowStates(hidden=hidden[0], vectors=vectors[0], scores=scores[0])


def _chosen(probabilities: Tensor) -> dict[SpanKey, int]:
    best = probabilities.argmax(-1)
    places = torch.nonzero(best).tolist()
    return {(start, width): int(best[start, width]) for start, width in places if start + width < len(best)}


def _likely(
    scores: NDArray[np.float32], pairs: NDArray[np.int64], keys: list[SpanKey]
) -> dict[tuple[int, SpanKey, SpanKey], float]:
    return {
        (int(kind), keys[pairs[row, 0]], keys[pairs[row, 1]]): float(scores[row, kind])
        for row, kind in np.argwhere(scores > LEAST_PROBABILITY)
    }
