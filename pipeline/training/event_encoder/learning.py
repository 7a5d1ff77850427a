"""The encoder learns from marked articles, all questions at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from pipeline.training.event_encoder.encoder import MARKED, Encoder
from pipeline.training.event_encoder.network import EventReader
from pipeline.training.reading import Lesson
from pipeline.training.rows import UNDECIDED

_WEIGHTS = {"triggers": 3.0, "linking": 1.0, "factuality": 0.3}  # of the questions in one step: few words are triggers
_STEPS_TOLD = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Schooling:
    """How the encoder learns.

    Attributes:
        fixed: layers, the lowest, that do not learn, nor do the words below them; where it is 0 all learn.
        epochs: times that a lesson of weight 1 is read; one of weight 4 is read four times as often.
        batch: articles of a step.
        rate: of the highest layer; each one below it learns at `fall` of the rate above.
        head_rate: of the layers for the questions.
    """

    fixed: int = 0
    epochs: float = 3
    batch: int = 16
    rate: float = 1e-4
    fall: float = 0.9
    head_rate: float = 1.5e-3


def learn(model: EventReader, lessons: Sequence[Lesson], settings: Schooling, report: Callable[[str], None]) -> None:
    """Train.

    Args:
        model: what it begins with.
        lessons: the marked articles; rows that are undecided teach nothing.
        settings: how.
        report: told the loss as it learns.
    """
    torch.set_num_threads(1)  # the same sums in the same order
    model.train()
    _fix(model.encoder, settings.fixed)
    lessons = _by_weight(lessons)
    steps = max(int(settings.epochs * (len(lessons) / settings.batch)), 2)
    optimiser, schedule = _optimiser(model, settings, steps)
    lost = 0.0
    for step, batch in zip(range(1, steps + 1), _batches(lessons, settings), strict=False):
        loss = _loss(model(batch), batch)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        lost += float(loss.detach())
        if step % _STEPS_TOLD == 0:
            report(f"encoder: step {step} of {steps}, loss {lost / _STEPS_TOLD:.3f}")
            lost = 0.0
    model.eval()


def _fix(encoder: Encoder, layers: int) -> None:
    """Keep the lowest layers as they are, with all that comes into them."""
    below = [encoder.words, encoder.norm, *encoder.layers[:layers]] if layers else []
    for module in [*below, *([encoder.marks] if layers > MARKED else [])]:
        module.requires_grad_(False)
    encoder.kind.requires_grad_(not layers)


def _optimiser(
    model: EventReader, settings: Schooling, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Words and the lowest layer learn most slowly, the layers of the questions fastest."""
    encoder: Encoder = model.encoder
    layers = [_learning([encoder.words, encoder.norm]), *(_learning([layer]) for layer in encoder.layers)]
    own = {id(parameter) for layer in layers for parameter in layer}
    rest = [parameter for parameter in model.parameters() if parameter.requires_grad and id(parameter) not in own]
    rates = [settings.rate * settings.fall**below for below in range(len(layers) - 1, -1, -1)]
    learning = [(layer, rate) for layer, rate in zip(layers, rates, strict=True) if layer]
    groups = [{"params": rest, "weight_decay": 0.05}, *({"params": own, "weight_decay": 0.01} for own, _ in learning)]
    rates = [settings.head_rate, *(rate for _, rate in learning)]
    optimiser = torch.optim.AdamW(groups, lr=settings.rate, betas=(0.9, 0.98))
    return optimiser, torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps, pct_start=0.1)


def _learning(modules: Sequence[nn.Module]) -> list[nn.Parameter]:
    return [parameter for module in modules for parameter in module.parameters() if parameter.requires_grad]


def _batches(lessons: Sequence[Lesson], settings: Schooling) -> Iterator[list[Lesson]]:
    """Over and over again all lessons, each time in another order."""
    random = np.random.default_rng(0)
    while True:
        order = random.permutation(len(lessons)).tolist()
        yield from (
            [lessons[i] for i in order[start : start + settings.batch]]
            for start in range(0, len(lessons), settings.batch)
        )


def _by_weight(lessons: Sequence[Lesson]) -> list[Lesson]:
    """Each lesson as often as it counts, at least once."""
    return [lesson for lesson in lessons for _ in range(max(round(_weight(lesson)), 1))]


def _weight(lesson: Lesson) -> float:
    return max((rows.weight for rows in lesson.asked.values()), default=1.0)


def _loss(scores: Mapping[str, Tensor], batch: Sequence[Lesson]) -> Tensor:
    """Of every question the mean over its decided rows."""
    total = torch.zeros(())
    for name, given in scores.items():
        rows = [lesson.asked[name] for lesson in batch if name in lesson.asked]
        wanted = torch.from_numpy(np.concatenate([own.wanted for own in rows]))
        decided = wanted != UNDECIDED
        losses = nn.functional.cross_entropy(given, wanted.clamp(min=0), reduction="none")
        total = total + _WEIGHTS[name] * (losses * decided).sum() / decided.sum().clamp(min=1)
    return total
