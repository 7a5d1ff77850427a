"""The loop of a pretraining: AdamW with a warm-up and a cosine rate."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from pipeline.training.network import InputLayer, make_encoder
from pipeline.training.pretraining.blanking import SilverBatches
from pipeline.training.pretraining.objective import SilverHeads, TaskFigures, silver_loss
from pipeline.training.pretraining.settings import PretrainingSettings
from pipeline.training.schedule import warm_cosine
from pipeline.training.settings import ReaderShape

_ORDER, _UPDATE = 0, 1  # what a stream of random numbers is for
_MOMENTS = (0.9, 0.98)  # of AdamW: with the usual 0.999 the many rare rows of the tables learn slowly


@dataclass(frozen=True, slots=True, kw_only=True)
class PretrainingCheckpoint:
    """States after `steps` updates; `fingerprint` is that of data and settings."""

    fingerprint: str
    steps: int
    model: dict[str, Any]
    optimizer: dict[str, Any]
    schedule: dict[str, Any]


class Pretrainer:
    """Trains one encoder; the same seed, data and number of threads give the same weights on the same device.

    Every update draws from generators of its own, so a pretraining continued from a checkpoint repeats an unbroken one.
    """

    def __init__(self, shape: ReaderShape, batches: SilverBatches, *, device: str = "cpu") -> None:
        self._batches, self._settings, corpus = batches, batches.settings, batches.corpus
        torch.manual_seed(self._settings.seed)
        torch.use_deterministic_algorithms(True, warn_only=device != "cpu")  # not every sum is on a graphics card
        self._device = torch.device(device)
        heads = SilverHeads(shape.channels + shape.inputs, corpus.classes, shape.embeddings["lemma"])
        self.model = nn.ModuleDict({"inputs": InputLayer(shape), "encoder": make_encoder(shape), "heads": heads})
        self.model.to(device)
        self.steps_of_epoch = math.ceil(corpus.windows() / self._settings.batch)
        self.steps = max(1, round(self._settings.epochs * self.steps_of_epoch))
        self.step = 0
        self._optimizer = torch.optim.AdamW(_groups(self.model, self._settings), betas=_MOMENTS)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, lambda step: warm_cosine(step, self.steps, self._settings.warmup)
        )

    def update(self) -> TaskFigures:
        """Learn from one batch."""
        random = np.random.default_rng([_UPDATE, self._settings.seed, self.step])
        torch.manual_seed(int(random.integers(2**62)))
        batch = self._batches.batch(self._windows(), random).to(self._device)
        self.model.train()
        hidden = self.model["encoder"](self.model["inputs"](*batch.inputs()), batch.mask)
        scores = self.model["heads"](hidden[batch.mask > 0], batch.asked)
        loss, figures = silver_loss(scores, batch, self._settings.weights())
        self._optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self._settings.clip)
        self._optimizer.step()
        self._schedule.step()
        self.step += 1
        return figures

    def _windows(self) -> list[int]:
        """The windows of this update; every epoch sees all of them once, in an order of its own."""
        epoch, number = divmod(self.step, self.steps_of_epoch)
        order = np.random.default_rng([_ORDER, self._settings.seed, epoch]).permutation(self._batches.corpus.windows())
        size = self._settings.batch
        return [int(window) for window in order[number * size : (number + 1) * size]]

    def checkpoint(self, fingerprint: str) -> PretrainingCheckpoint:
        """The state after the last update."""
        return PretrainingCheckpoint(
            fingerprint=fingerprint, steps=self.step, model=self.model.state_dict(),
            optimizer=self._optimizer.state_dict(), schedule=self._schedule.state_dict(),
        )  # fmt: skip

    def restore(self, checkpoint: PretrainingCheckpoint) -> None:
        """Go on from a checkpoint."""
        self.step = checkpoint.steps
        self.model.load_state_dict(checkpoint.model)
        self._optimizer.load_state_dict(checkpoint.optimizer)
        self._schedule.load_state_dict(checkpoint.schedule)


def _groups(model: nn.Module, settings: PretrainingSettings) -> list[dict[str, Any]]:
    """Matrices decay, biases and norms do not."""
    matrices = [parameter for parameter in model.parameters() if parameter.ndim > 1]
    others = [parameter for parameter in model.parameters() if parameter.ndim <= 1]
    return [
        {"params": matrices, "lr": settings.rate, "weight_decay": settings.decay},
        {"params": others, "lr": settings.rate, "weight_decay": 0.0},
    ]
