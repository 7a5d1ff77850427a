"""The training loop: AdamW with a cosine rate, averaged weights, an evaluation every few epochs."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.training.batches import Prepared, collate
from pipeline.training.network import Reader, ReaderShape
from pipeline.training.objective import relation_loss, span_loss
from pipeline.training.settings import TrainingSettings

Evaluate = Callable[[Reader], dict[str, float]]


class Trainer:
    """Trains one reader; the same seed, data and number of threads give the same weights."""

    def __init__(
        self, shape: ReaderShape, windows: Sequence[Prepared], allowed: NDArray[np.bool_], settings: TrainingSettings
    ) -> None:
        torch.manual_seed(settings.seed)
        torch.use_deterministic_algorithms(True)
        self.settings = settings
        self.model = Reader(shape)
        self.averaged = copy.deepcopy(self.model)
        self._windows, self._allowed = windows, allowed
        self._random = np.random.default_rng(settings.seed)
        self._generator = torch.Generator().manual_seed(settings.seed)
        self._optimizer = torch.optim.AdamW(self.model.parameters(), lr=settings.rate, weight_decay=settings.decay)
        steps = settings.epochs * -(-len(windows) // settings.batch)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(self._optimizer, lambda step: _rate(step, steps, settings))
        self._step = 0

    def run(self, evaluate: Evaluate, log: Path, save: Callable[[Reader, int, dict[str, float]], None]) -> dict[str, float]:
        """Train all epochs; writes one JSON line an epoch to `log`, saves after every evaluation, returns the last scores."""
        scores: dict[str, float] = {}
        log.write_text(json.dumps(asdict(self.settings)) + "\n", encoding="utf-8")
        for epoch in range(self.settings.epochs):
            began = time.perf_counter()
            losses = self._epoch(epoch)
            last = epoch == self.settings.epochs - 1
            if last or epoch % self.settings.evaluate_every == self.settings.evaluate_every - 1:
                scores = evaluate(self.averaged)
                save(self.averaged, epoch, scores)
            line = {"epoch": epoch, **losses, **scores, "seconds": round(time.perf_counter() - began, 1)}
            with log.open("a", encoding="utf-8") as handle:
                handle.write(json.dumps(line) + "\n")
        return scores

    def _epoch(self, epoch: int) -> dict[str, float]:
        self.model.train()
        order = self._random.permutation(len(self._windows))
        totals = np.zeros(2)
        size = self.settings.batch
        for at in range(0, len(order), size):
            group = [self._windows[i] for i in order[at : at + size]]
            totals += self._update(group, relations=epoch >= self.settings.relations_from_epoch)
        spans, relations = totals / -(-len(order) // size)
        return {"span_loss": round(float(spans), 4), "relation_loss": round(float(relations), 4)}

    def _update(self, group: Sequence[Prepared], *, relations: bool) -> tuple[float, float]:
        batch = collate(group)
        hidden, vectors, scores = self.model.encode(batch.ids, batch.vectors, batch.extras, batch.mask)
        first = span_loss(scores, batch, self._generator)
        second = torch.zeros(())
        if relations:
            second = relation_loss(self.model, hidden, vectors, scores, group, self._allowed, self._random)
        self._optimizer.zero_grad()
        (first + self.settings.relation_weight * second).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.settings.clip)
        self._optimizer.step()
        self._schedule.step()
        self._average()
        return float(first), float(second)

    @torch.no_grad()
    def _average(self) -> None:
        """Exponential average of the weights; short at first, so that the start is forgotten."""
        self._step += 1
        keep = min(self.settings.average, 1 - 1 / (self._step + 1))
        for slow, fast in zip(self.averaged.parameters(), self.model.parameters(), strict=True):
            slow.lerp_(fast, 1 - keep)


def _rate(step: int, steps: int, settings: TrainingSettings) -> float:
    warm = min(1.0, (step + 1) / settings.warmup)
    return float(warm * 0.5 * (1 + np.cos(np.pi * min(1.0, step / max(steps, 1)))))
