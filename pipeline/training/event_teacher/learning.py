"""The teacher learns from the marked articles and answers on unmarked ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn

from pipeline.training.event_teacher.network import Lesson, Question, Teacher
from pipeline.training.event_teacher.weights import PackedEncoder
from pipeline.training.rows import SELDOM, UNDECIDED, Rows, moments

_WEIGHTS = {"triggers": 3.0, "linking": 1.0, "factuality": 0.3}  # of the questions in one step: few words are triggers
_DROPOUT = {"triggers": 0.4, "linking": 0.3, "factuality": 0.4}
_TOKENS = {"triggers": 1, "linking": 2, "factuality": 1}
_STEPS_TOLD = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Schooling:
    """How the teacher learns.

    Attributes:
        layers: of the encoder that are used; `fixed` of them do not learn.
        rate: of the encoder; its layers for the questions learn at `head_rate`.
        batch: articles of a step.
    """

    layers: int = 8
    fixed: int = 2
    epochs: int = 3
    batch: int = 10
    rate: float = 8e-5
    head_rate: float = 1.5e-3


def learn(
    packed: PackedEncoder,
    lessons: Sequence[Lesson],
    answers: Mapping[str, Sequence[str]],
    settings: Schooling,
    report: Callable[[str], None],
) -> Teacher:
    """Train a teacher.

    Args:
        packed: the encoder that it begins with.
        lessons: the marked articles; rows that are undecided teach nothing.
        answers: of each question, without «none».
        settings: how.
        report: told the loss as it learns.
    """
    torch.manual_seed(0)
    torch.set_num_threads(1)  # the same sums in the same order
    questions = {name: _question(name, lessons, len(own) + 1) for name, own in answers.items()}
    teacher = Teacher(packed, questions, layers=settings.layers, fixed=settings.fixed)
    steps = settings.epochs * -(-len(lessons) // settings.batch)
    optimiser, schedule = _optimiser(teacher, settings, steps)
    lost = 0.0
    for step, batch in enumerate(_batches(lessons, settings), 1):
        loss = _loss(teacher(batch), batch)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        lost += float(loss.detach())
        if step % _STEPS_TOLD == 0:
            report(f"teacher: step {step} of {steps}, loss {lost / _STEPS_TOLD:.3f}")
            lost = 0.0
    teacher.eval()
    return teacher


def taught(teacher: Teacher, lesson: Lesson) -> dict[str, Rows]:
    """The rows of an article with the teacher's shares for answers."""
    if not lesson.stretches:
        return {}
    with torch.no_grad():
        given = {name: torch.softmax(scores, dim=1).numpy() for name, scores in teacher([lesson]).items()}
    return {
        name: replace(lesson.rows[name], shares=shares.astype(np.float16), wanted=shares.argmax(axis=1))
        for name, shares in given.items()
    }


def _question(name: str, lessons: Sequence[Lesson], answers: int) -> Question:
    rows = [lesson.rows[name] for lesson in lessons if name in lesson.rows]
    counts = Counter(category for each in rows for names in each.said for category in names)
    mean, deviation = moments([each.numbers for each in rows])
    return Question(
        answers=answers, numbers=len(mean), tokens=_TOKENS[name], dropout=_DROPOUT[name], mean=mean,
        deviation=deviation, known={c: i for i, c in enumerate(sorted(c for c, n in counts.items() if n >= SELDOM))},
    )  # fmt: skip


def _optimiser(
    teacher: Teacher, settings: Schooling, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    encoder = [p for p in teacher.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in teacher.named_parameters() if p.requires_grad and not name.startswith("encoder.")]
    rates = [settings.rate, settings.head_rate]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "weight_decay": 0.01}, {"params": heads, "weight_decay": 0.05}], lr=settings.rate
    )
    return optimiser, torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps, pct_start=0.1)


def _batches(lessons: Sequence[Lesson], settings: Schooling) -> Iterator[list[Lesson]]:
    for _ in range(settings.epochs):
        for chosen in torch.randperm(len(lessons)).split(settings.batch):
            yield [lessons[i] for i in chosen.tolist()]


def _loss(scores: Mapping[str, Tensor], batch: Sequence[Lesson]) -> Tensor:
    total = torch.zeros(())
    for name, given in scores.items():
        wanted = torch.from_numpy(np.concatenate([lesson.rows[name].wanted for lesson in batch if name in lesson.rows]))
        if bool((wanted != UNDECIDED).any()):
            total = total + _WEIGHTS[name] * nn.functional.cross_entropy(given, wanted, ignore_index=UNDECIDED)
    return total
