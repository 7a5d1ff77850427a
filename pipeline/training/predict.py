"""The network on prepared windows: spans and relations with their probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
from pipeline.training.prepared import Prepared, SoftSpans, SpanKey

LEAST_PROBABILITY = 0.1  # relations below are never asked for
LEAST_TAUGHT = 0.02  # spans below are plain text to a student


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPrediction:
    """Spans of a text with their types, and relations between them, each with its probability."""

    mentions: dict[TypedSpan, float]
    relations: dict[tuple[str, TypedSpan, TypedSpan], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predictor:
    """One model, or several whose probabilities are averaged."""

    models: Sequence[Reader]
    labels: Labels

    @torch.no_grad()
    def predict(self, prepared: Prepared) -> WindowPrediction:
        """Read one window."""
        states, probabilities = self._encode(prepared)
        found = _chosen(probabilities)
        spans = {key: self._typed(prepared, key, number) for key, number in found.items()}
        relations: dict[tuple[str, TypedSpan, TypedSpan], float] = {}
        if len(found) > 1:
            for (kind, head, tail), probability in self._relations(states, prepared, found, probabilities).items():
                relations[self.labels.relations[kind], spans[head], spans[tail]] = probability
        mentions = {spans[key]: float(probabilities[(*key, number)]) for key, number in found.items()}
        return WindowPrediction(mentions=mentions, relations=relations)

    @torch.no_grad()
    def teach(self, prepared: Prepared) -> Prepared:
        """The window with the models' opinions as what a student shall learn."""
        states, probabilities = self._encode(prepared)
        found = _chosen(probabilities)
        likely = torch.nonzero(_inside(1 - probabilities[..., 0]) > LEAST_TAUGHT)
        soft = SoftSpans(cells=likely.numpy(), likelihoods=probabilities[likely[:, 0], likely[:, 1]].numpy())
        links = self._relations(states, prepared, found, probabilities) if len(found) > 1 else {}
        relations = tuple((kind, head, tail, p) for (kind, head, tail), p in links.items())
        return replace(prepared, gold=found, soft=soft, relations=relations)

    def _encode(self, prepared: Prepared) -> tuple[list[WindowStates], Tensor]:
        """States of every model, and their mean type probabilities."""
        states = [_states(model, prepared) for model in self.models]
        return states, torch.stack([one.scores.softmax(-1) for one in states]).mean(0)

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
    best = _inside(probabilities.argmax(-1))
    return {(start, width): int(best[start, width]) for start, width in torch.nonzero(best).tolist()}


def _inside(values: Tensor) -> Tensor:
    """Zero for spans that end behind their window; n x MAX_WIDTH."""
    n, widths = values.shape
    ends = torch.arange(n)[:, None] + torch.arange(widths)
    return values * (ends < n)


def _likely(
    scores: NDArray[np.float32], pairs: NDArray[np.int64], keys: list[SpanKey]
) -> dict[tuple[int, SpanKey, SpanKey], float]:
    return {
        (int(kind), keys[pairs[row, 0]], keys[pairs[row, 1]]): float(scores[row, kind])
        for row, kind in np.argwhere(scores > LEAST_PROBABILITY)
    }
