"""The network on prepared windows: spans and relations with their probabilities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from pipeline.training.batches import Batch, collate
from pipeline.training.candidates import candidate_pairs, mention_batch
from pipeline.training.corpus import TypedSpan
from pipeline.training.labels import Labels
from pipeline.training.network import Reader
from pipeline.training.pair_scores import States
from pipeline.training.prepared import Prepared, RelationTarget, SoftSpans, SpanKey

LEAST_PROBABILITY = 0.1  # relations below are never asked for
LEAST_TAUGHT = 0.02  # spans below are plain text to a student
TOGETHER = 8  # windows read at once


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPrediction:
    """Spans of a text with their types, and relations between them, each with its probability.

    That of a relation is the probability that both ends are right as well.
    """

    mentions: dict[TypedSpan, float]
    relations: dict[tuple[str, TypedSpan, TypedSpan], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _WindowReading:
    """Type probabilities n x MAX_WIDTH x (types + 1) of one window, the spans chosen, and relations between them."""

    probabilities: Tensor
    found: dict[SpanKey, int]
    relations: tuple[RelationTarget, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predictor:
    """One model, or several whose probabilities are averaged."""

    models: Sequence[Reader]
    labels: Labels

    def predict(self, windows: Sequence[Prepared]) -> Iterator[WindowPrediction]:
        """Read windows."""
        for prepared, reading in self._read(windows):
            spans = {key: self._typed(prepared, key, number) for key, number in reading.found.items()}
            likely = {key: float(reading.probabilities[(*key, number)]) for key, number in reading.found.items()}
            yield WindowPrediction(
                mentions={spans[key]: probability for key, probability in likely.items()},
                relations={
                    (self.labels.relations[kind], spans[head], spans[tail]): probability * likely[head] * likely[tail]
                    for kind, head, tail, probability in reading.relations
                },
            )

    def teach(self, windows: Sequence[Prepared]) -> Iterator[Prepared]:
        """The windows with the models' opinions as what a student shall learn."""
        for prepared, reading in self._read(windows):
            n, widths = reading.probabilities.shape[:2]
            ends = torch.arange(n)[:, None] + torch.arange(widths)
            cells = ((1 - reading.probabilities[..., 0] > LEAST_TAUGHT) & (ends < n)).nonzero()
            likelihoods = reading.probabilities[tuple(cells.T)]
            soft = SoftSpans(cells=cells.numpy(), likelihoods=likelihoods.numpy())
            yield replace(prepared, gold=reading.found, soft=soft, relations=reading.relations)

    def _read(self, windows: Sequence[Prepared]) -> Iterator[tuple[Prepared, _WindowReading]]:
        for model in self.models:
            model.eval()
        device = next(self.models[0].parameters()).device
        allowed = torch.from_numpy(self.labels.allowed_matrix()).to(device)
        for at in range(0, len(windows), TOGETHER):
            group = windows[at : at + TOGETHER]
            yield from zip(group, self._read_batch(group, allowed), strict=True)

    @torch.no_grad()
    def _read_batch(self, group: Sequence[Prepared], allowed: Tensor) -> list[_WindowReading]:
        batch = collate(group).to(allowed.device)
        states = [States.of(model, batch) for model in self.models]
        probabilities = torch.stack([one.scores.softmax(-1) for one in states]).mean(0)
        spans = _chosen(probabilities, batch)
        keys = [(row, (start, width), number) for row, start, width, number in spans.tolist()]
        links: list[list[RelationTarget]] = [[] for _ in group]
        for kind, head, tail, probability in _relations(states, batch, probabilities, spans, allowed):
            links[keys[head][0]].append((kind, keys[head][1], keys[tail][1], probability))
        return [
            _WindowReading(
                probabilities=own[: len(prepared.features.ids)].cpu(),
                found={key: number for place, key, number in keys if place == row},
                relations=tuple(links[row]),
            )
            for row, (prepared, own) in enumerate(zip(group, probabilities, strict=True))
        ]

    def _typed(self, prepared: Prepared, key: SpanKey, number: int) -> TypedSpan:
        pieces = prepared.window.pieces
        return pieces[key[0]][0], pieces[key[0] + key[1]][1], self.labels.types[number - 1]


def _relations(
    states: Sequence[States], batch: Batch, probabilities: Tensor, spans: Tensor, allowed: Tensor
) -> Iterator[tuple[int, int, int, float]]:
    """Relation, head and tail as places in `spans`, and probability."""
    mentions = mention_batch(spans, batch.sentences)
    found = candidate_pairs(mentions, allowed)
    if not len(found.pairs):
        return
    own = probabilities[tuple(spans[:, :3].T)][:, 1:]
    own = own / own.sum(-1, keepdim=True)
    scores = torch.stack([one.relations(mentions, own, found).sigmoid() for one in states]).mean(0)
    rows, kinds = (scores > LEAST_PROBABILITY).nonzero(as_tuple=True)
    pairs, likely = found.pairs[rows].tolist(), scores[rows, kinds].tolist()
    for kind, (head, tail), probability in zip(kinds.tolist(), pairs, likely, strict=True):
        yield kind, head, tail, probability


def _chosen(probabilities: Tensor, batch: Batch) -> Tensor:
    """Spans whose likeliest type is not «none», m x 4 (row, start, width - 1, type number)."""
    best = probabilities.argmax(-1) * batch.inside()
    places = best.nonzero()
    return torch.cat([places, best[tuple(places.T)][:, None]], dim=1)
