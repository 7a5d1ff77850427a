"""The teacher: one encoder, and for each question a layer over its states and what the small networks see as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from pipeline.training.event_teacher.encoder import Encoder
from pipeline.training.event_teacher.seen import MARKS, NO_TOKEN, Stretch
from pipeline.training.event_teacher.weights import PackedEncoder
from pipeline.training.rows import Rows

_HIDDEN, _PRODUCT = 256, 192
_TOGETHER = 8  # stretches of a batch, of like length


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """An article as it is seen, with the rows of each question that it has."""

    stretches: Sequence[Stretch]
    rows: Mapping[str, Rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a layer needs to know of its question.

    Attributes:
        answers: how many there are, none of them included.
        numbers: how many numbers a row has.
        tokens: of how many tokens a row tells: one, or two of which the product counts too.
        known: place of every category that counts.
        mean, deviation: of each number.
        dropout: share of the hidden units that a step does without.
    """

    answers: int
    numbers: int
    tokens: int
    known: Mapping[str, int]
    mean: Tensor
    deviation: Tensor
    dropout: float


class Teacher(nn.Module):
    """Answers on the rows of articles."""

    def __init__(self, packed: PackedEncoder, questions: Mapping[str, Question], *, layers: int, fixed: int) -> None:
        super().__init__()
        self.size = packed.size
        self.encoder = Encoder(packed, layers=layers, fixed=fixed)
        self.marks, self.triggers = nn.Embedding(MARKS, packed.size), nn.Embedding(2, packed.size)
        nn.init.zeros_(self.marks.weight)
        nn.init.zeros_(self.triggers.weight)
        self.dropout = nn.Dropout(0.15)
        self.heads = nn.ModuleDict({name: _Head(question, packed.size) for name, question in questions.items()})

    def forward(self, lessons: Sequence[Lesson]) -> dict[str, Tensor]:
        """For each question the scores of all rows of all articles, one article after another."""
        states = [self.dropout(each) for each in self._states(lessons)]
        found = {}
        for name, head in self.heads.items():
            asked = [
                (own, lesson.rows[name]) for own, lesson in zip(states, lessons, strict=True) if name in lesson.rows
            ]
            if asked:
                found[name] = head([own[torch.from_numpy(rows.at)] for own, rows in asked], [rows for _, rows in asked])
        return found

    def _states(self, lessons: Sequence[Lesson]) -> list[Tensor]:
        """The mean state of the pieces of each token: tokens x size for each article, zero for what was not seen."""
        all_of = [(number, stretch) for number, lesson in enumerate(lessons) for stretch in lesson.stretches]
        order = sorted(range(len(all_of)), key=lambda i: len(all_of[i][1].pieces))
        parts: list[list[tuple[Stretch, Tensor]]] = [[] for _ in lessons]
        for start in range(0, len(order), _TOGETHER):
            chosen = [all_of[i] for i in order[start : start + _TOGETHER]]
            for (number, stretch), states in zip(chosen, self._encoded([s for _, s in chosen]), strict=True):
                parts[number].append((stretch, states[: len(stretch.pieces)]))
        return [self._by_token(lesson, own) for lesson, own in zip(lessons, parts, strict=True)]

    def _encoded(self, stretches: Sequence[Stretch]) -> Tensor:
        lengths = torch.tensor([len(stretch.pieces) for stretch in stretches])
        pad = nn.utils.rnn.pad_sequence
        pieces, marks, triggers = (
            pad([torch.from_numpy(each) for each in column], batch_first=True)
            for column in zip(*((s.pieces, s.marks, s.triggers) for s in stretches), strict=True)
        )
        real = torch.arange(pieces.shape[1])[None] < lengths[:, None]
        encoded: Tensor = self.encoder(pieces, real, self.marks(marks) + self.triggers(triggers))
        return encoded

    def _by_token(self, lesson: Lesson, parts: Sequence[tuple[Stretch, Tensor]]) -> Tensor:
        tokens = 1 + max(int(rows.at.max()) for rows in lesson.rows.values())
        total, count = torch.zeros(tokens, self.size), torch.zeros(tokens, 1)
        for stretch, states in parts:
            of = torch.from_numpy(stretch.tokens)
            kept = (of != NO_TOKEN) & (of < tokens)
            total = total.index_add(0, of[kept], states[kept])
            count = count.index_add(0, of[kept], torch.ones(int(kept.sum()), 1))
        return total / count.clamp(min=1)


class _Head(nn.Module):
    """One hidden layer over numbers, categories and the states of a row's tokens."""

    def __init__(self, question: Question, size: int) -> None:
        super().__init__()
        self.question = question
        paired = question.tokens > 1
        self.left, self.right = (nn.Linear(size, _PRODUCT) if paired else None for _ in range(2))
        self.numbers = nn.Sequential(nn.Dropout(0.3), nn.Linear(question.numbers, _HIDDEN))
        self.states = nn.Linear(size * question.tokens + (_PRODUCT if paired else 0), _HIDDEN)
        self.said = nn.EmbeddingBag(len(question.known), _HIDDEN, mode="sum")
        nn.init.normal_(self.said.weight, std=0.05)
        self.answer = nn.Sequential(nn.ReLU(), nn.Dropout(question.dropout), nn.Linear(_HIDDEN, question.answers))

    def forward(self, states: Sequence[Tensor], rows: Sequence[Rows]) -> Tensor:
        numbers = torch.from_numpy(np.concatenate([each.numbers for each in rows]).astype(np.float32))
        of_tokens = torch.cat(list(states))
        seen = of_tokens.flatten(1)
        if self.left is not None and self.right is not None:
            seen = torch.cat([seen, self.left(of_tokens[:, 0]) * self.right(of_tokens[:, 1])], dim=1)
        hidden = self.numbers((numbers - self.question.mean) / self.question.deviation) + self.states(seen)
        scores: Tensor = self.answer(hidden + self._said(rows))
        return scores

    def _said(self, rows: Sequence[Rows]) -> Tensor:
        """The sum of the categories of each row; a fifth of them is left out while it learns."""
        known = self.question.known
        columns = [[known[name] for name in names if name in known] for each in rows for names in each.said]
        places = torch.tensor([column for own in columns for column in own], dtype=torch.long)
        of_row = torch.repeat_interleave(torch.arange(len(columns)), torch.tensor([len(own) for own in columns]))
        if self.training:
            kept = torch.rand(len(places)) >= 0.2
            places, of_row = places[kept], of_row[kept]
        starts = torch.searchsorted(of_row, torch.arange(len(columns)))
        summed: Tensor = self.said(places, starts)
        return summed
