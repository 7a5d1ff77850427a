"""The trained network on prepared windows: spans and relations with their probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.training.batches import Prepared, collate
from pipeline.training.network import Reader
from pipeline.training.objective import score_pairs
from pipeline.mentions.reader.pairs import candidate_pairs
from pipeline.training.scoring import ARGUMENT_RELATIONS, Tally

SpanKey = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPrediction:
    """Spans (start, width - 1) -> (type number from 1, probability), relations (kind, head, tail) -> probability."""

    spans: dict[SpanKey, tuple[int, float]]
    relations: dict[tuple[int, SpanKey, SpanKey], float]


@torch.no_grad()
def predict(
    models: Sequence[Reader], windows: Sequence[Prepared], allowed: NDArray[np.bool_], *, relation_threshold: float = 0.4
) -> list[WindowPrediction]:
    """Read windows with one model, or with several whose probabilities are averaged."""
    found = []
    for model in models:
        model.eval()
    for prepared in windows:
        batch = collate([prepared])
        encoded = [m.encode(batch.ids, batch.vectors, batch.extras, batch.mask) for m in models]
        probabilities = torch.stack([scores[0].softmax(-1) for _, _, scores in encoded]).mean(0)
        spans = _spans(probabilities, batch.valid[0])
        relations: dict[tuple[int, SpanKey, SpanKey], float] = {}
        if len(spans) > 1:
            relations = _relations(models, encoded, prepared, spans, probabilities, allowed, relation_threshold)
        found.append(WindowPrediction(spans=spans, relations=relations))
    return found


def _spans(probabilities: torch.Tensor, valid: torch.Tensor) -> dict[SpanKey, tuple[int, float]]:
    best = probabilities.argmax(-1)
    chosen = torch.nonzero((best > 0) & valid).tolist()
    return {(s, w): (int(best[s, w]), float(probabilities[s, w, best[s, w]])) for s, w in chosen}


def _relations(models, encoded, prepared, spans, probabilities, allowed, threshold):  # type: ignore[no-untyped-def]
    keys = list(spans)
    starts = np.array([k[0] for k in keys])
    ends = np.array([k[0] + k[1] for k in keys])
    types = np.array([spans[k][0] - 1 for k in keys])
    found = candidate_pairs(starts, ends, types, prepared.sentences[starts], allowed)
    if not len(found.pairs):
        return {}
    at = torch.tensor(keys)
    own = probabilities[at[:, 0], at[:, 1], 1:]
    own = own / own.sum(-1, keepdim=True)
    scores = [
        score_pairs(m, hidden[0], vectors[0], keys, own, found.pairs, found.distance, found.gaps).sigmoid()
        for m, (hidden, vectors, _) in zip(models, encoded, strict=True)
    ]
    mean = torch.stack(scores).mean(0).numpy()
    return {
        (int(kind), keys[found.pairs[row, 0]], keys[found.pairs[row, 1]]): float(mean[row, kind])
        for row, kind in np.argwhere(mean > threshold)
    }


def evaluate(predictions: Sequence[WindowPrediction], windows: Sequence[Prepared], types: Sequence[str], relations: Sequence[str]) -> dict[str, float]:
    """Strict F1 of mentions, events, relations and event arguments; gold that no window holds counts as missed elsewhere."""
    spans, links = Tally(), Tally()
    for p, w in zip(predictions, windows, strict=True):
        label = {key: types[number - 1] for key, (number, _) in p.spans.items()}
        spans.add(((t, k) for k, t in label.items()), ((t, (a, b - a)) for a, b, t in w.example.mentions))
        links.add(
            ((relations[kind], (h, label[h], t, label[t])) for kind, h, t in p.relations),
            ((kind, ((h[0], h[1] - h[0]), h[2], (t[0], t[1] - t[0]), t[2])) for kind, h, t in w.example.relations),
        )
    return {
        "mentions": spans.f1(), "events": spans.f1(["event"]), "relations": links.f1(),
        "arguments": links.f1(ARGUMENT_RELATIONS),
        "names": spans.f1(["person", "organization", "country", "city", "state_or_province", "location", "facility", "district"]),
    }  # fmt: skip
