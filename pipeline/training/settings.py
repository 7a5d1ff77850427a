"""Settings of a training, and what a checkpoint holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.training.network import ReaderShape


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSettings:
    """How long and how fast to learn; a batch is `batch` windows of at most 300 pieces."""

    seed: int = 0
    epochs: int = 15
    batch: int = 5
    rate: float = 2e-3
    decay: float = 0.01
    clip: float = 2.0
    warmup: int = 100
    average: float = 0.995
    relation_weight: float = 1.0
    relations_from_epoch: int = 1
    evaluate_every: int = 3


@dataclass(slots=True, kw_only=True)
class Checkpoint:
    """Averaged weights with what is needed to use them; `scores` of the last evaluation."""

    shape: ReaderShape
    state: dict[str, object]
    types: list[str]
    relations: list[str]
    settings: TrainingSettings
    epoch: int
    scores: dict[str, float] = field(default_factory=dict)
