"""What pretraining minimises: wrong guesses of slovnet's labels of every piece, and of the lemma of blanked ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  (its usual name)

from pipeline.training.pretraining.blanking import SilverBatch

TASKS = ("tag", "name", "relation", "head", "lemma")
_LEMMA_STATE = 192


class SilverHeads(nn.Module):
    """Scores of the four labels of a piece, and of its lemma; thrown away when the encoder is trained."""

    def __init__(self, width: int, classes: Sequence[int], lemmas: int) -> None:
        super().__init__()
        self.classes = list(classes)
        self.labels = nn.Linear(width, sum(classes))
        self.state = nn.Sequential(nn.Linear(width, _LEMMA_STATE), nn.GELU(), nn.LayerNorm(_LEMMA_STATE))
        self.lemmas = nn.Linear(_LEMMA_STATE, lemmas)

    def forward(self, hidden: Tensor, asked: Tensor) -> tuple[Tensor, ...]:
        """Hidden p x width, asked p -> scores in the order of `TASKS`, p x classes each, of lemmas those asked for."""
        return (*self.labels(hidden).split(self.classes, dim=-1), self.lemmas(self.state(hidden[asked])))


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFigures:
    """Of each of `TASKS`: summed loss, right answers, all answers; figures of updates can be added."""

    loss: NDArray[np.float64]
    right: NDArray[np.float64]
    answers: NDArray[np.float64]

    @classmethod
    def none(cls) -> TaskFigures:
        """What there is before the first update."""
        return cls(loss=np.zeros(len(TASKS)), right=np.zeros(len(TASKS)), answers=np.zeros(len(TASKS)))

    def __add__(self, other: TaskFigures) -> TaskFigures:
        return TaskFigures(
            loss=self.loss + other.loss, right=self.right + other.right, answers=self.answers + other.answers
        )

    def means(self) -> dict[str, dict[str, float]]:
        """Loss and accuracy of every task, rounded to four places."""
        number = np.maximum(self.answers, 1)
        return {"loss": _named(self.loss / number), "accuracy": _named(self.right / number)}


def silver_loss(scores: Sequence[Tensor], batch: SilverBatch, weights: Sequence[float]) -> tuple[Tensor, TaskFigures]:
    """The weighted sum of the five mean cross-entropies, and what the log tells of them."""
    answers = [*batch.labels.unbind(1), batch.lemmas[batch.asked]]
    losses = [_mean_loss(own, right) for own, right in zip(scores, answers, strict=True)]
    total = torch.stack([weight * loss for weight, loss in zip(weights, losses, strict=True)]).sum()
    number = np.array([len(right) for right in answers], dtype=np.float64)
    right = [int((own.argmax(-1) == wanted).sum()) for own, wanted in zip(scores, answers, strict=True)]
    return total, TaskFigures(
        loss=np.array([loss.item() for loss in losses]) * number,
        right=np.array(right, dtype=np.float64),
        answers=number,
    )


def _mean_loss(scores: Tensor, answers: Tensor) -> Tensor:
    """Zero where nothing is asked: the mean over nothing is not a number."""
    return F.cross_entropy(scores, answers) if len(answers) else scores.sum()


def _named(values: NDArray[np.float64]) -> dict[str, float]:
    return {task: round(float(value), 4) for task, value in zip(TASKS, values, strict=True)}
