"""The training loop: AdamW with a cosine rate, averaged weights."""

from __future__ import annotations

import copy
import math
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.training.batches import collate
from pipeline.training.checkpoint import Checkpoint
from pipeline.training.network import Reader
from pipeline.training.objective import relation_loss, span_loss
from pipeline.training.pair_scores import States
from pipeline.training.prepared import Prepared
from pipeline.training.pretrained import PretrainedEncoder, parameter_groups
from pipeline.training.schedule import rate_factors
from pipeline.training.settings import ReaderShape, TrainingSettings


class Trainer:
    """Trains one reader; the same seed, data and number of threads give the same weights on the same device.

    Every epoch draws from generators of its own, so a training continued from a checkpoint repeats an unbroken one.
    """

    def __init__(
        self,
        shape: ReaderShape,
        windows: Sequence[Prepared],
        allowed: NDArray[np.bool_],
        settings: TrainingSettings,
        *,
        encoder: PretrainedEncoder | None = None,
        device: str = "cpu",
    ) -> None:
        torch.manual_seed(settings.seed)
        torch.use_deterministic_algorithms(True, warn_only=device != "cpu")  # not every sum is on a graphics card
        self.model = Reader(shape)
        if encoder:
            encoder.start(self.model)
        self.model.to(device)
        self.averaged = copy.deepcopy(self.model)
        self.epochs = 0
        self._settings, self._windows, self._device = settings, windows, torch.device(device)
        self._allowed = torch.from_numpy(allowed).to(device)
        groups = parameter_groups(self.model, settings, encoder)
        self._optimizer = torch.optim.AdamW(groups, weight_decay=settings.decay)
        steps = settings.epochs * math.ceil(len(windows) / settings.batch)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, rate_factors(steps, steps // settings.epochs, settings.warmup)[-len(groups) :]
        )
        self._steps = 0

    def epoch(self) -> dict[str, float]:
        """See every window once; returns the mean losses."""
        seed = self._settings.seed * 1000 + self.epochs
        torch.manual_seed(seed)
        self.model.train()
        order, size = np.random.default_rng(seed).permutation(len(self._windows)), self._settings.batch
        losses = [self._update([self._windows[i] for i in order[at : at + size]]) for at in range(0, len(order), size)]
        self.epochs += 1
        spans, relations = torch.stack(losses).mean(0).tolist()
        return {"span_loss": round(spans, 4), "relation_loss": round(relations, 4)}

    def _update(self, group: Sequence[Prepared]) -> Tensor:
        """Learn from some windows; returns both losses."""
        batch = collate(group).to(self._device)
        states = States.of(self.model, batch)
        spans = span_loss(states.scores, batch)
        relations = torch.zeros_like(spans)
        if self.epochs >= self._settings.relations_from_epoch and self._allowed.any():
            relations = relation_loss(states, batch, self._allowed)
        self._optimizer.zero_grad()
        (spans + self._settings.relation_weight * relations).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self._settings.clip)
        self._optimizer.step()
        self._schedule.step()
        self._average()
        return torch.stack([spans, relations]).detach()

    @torch.no_grad()
    def _average(self) -> None:
        """Exponential average of the weights; short at first, so that the start is forgotten."""
        self._steps += 1
        keep = min(self._settings.average, 1 - 1 / (self._steps + 1))
        for slow, fast in zip(self.averaged.parameters(), self.model.parameters(), strict=True):
            slow.lerp_(fast, 1 - keep)

    def checkpoint(self, fingerprint: str) -> Checkpoint:
        """The state after the last epoch."""
        return Checkpoint(
            fingerprint=fingerprint, epochs=self.epochs, steps=self._steps, model=self.model.state_dict(),
            averaged=self.averaged.state_dict(), optimizer=self._optimizer.state_dict(),
            schedule=self._schedule.state_dict(),
        )  # fmt: skip

    def restore(self, checkpoint: Checkpoint) -> None:
        """Go on from a checkpoint."""
        self.epochs, self._steps = checkpoint.epochs, checkpoint.steps
        self.model.load_state_dict(checkpoint.model)
        self.averaged.load_state_dict(checkpoint.averaged)
        self._optimizer.load_state_dict(checkpoint.optimizer)
        self._schedule.load_state_dict(checkpoint.schedule)
