"""The encoder with a layer for each question over its states and over what else is said of a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from pipeline.events.encoder.stretches import LIMIT, NO_TOKEN, Stretch
from pipeline.training.event_encoder.encoder import Encoder
from pipeline.training.event_encoder.weights import PackedEncoder
from pipeline.training.reading import Lesson

_HIDDEN, _PRODUCT = 256, 192
_STATES_LEFT_OUT, _UNSAID = 0.15, 0.2  # shares of the states, and of the categories, that a step does without


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a layer needs to know of its question.

    Attributes:
        answers: what may be said, without «none».
        categories: that count.
        words: of how many words a row tells: one, or two of which the product counts too.
        dropout: share of the hidden units that a step does without.
    """

    answers: tuple[str, ...]
    categories: tuple[str, ...]
    words: int
    dropout: float


class EventReader(nn.Module):
    """Answers on the rows of articles."""

    def __init__(self, packed: PackedEncoder, questions: Mapping[str, Question], *, layers: int) -> None:
        super().__init__()
        self.size, self.questions = packed.size, dict(questions)
        self.encoder = Encoder(packed, layers=layers)
        self.dropout = nn.Dropout(_STATES_LEFT_OUT)
        self.heads = nn.ModuleDict({name: Head(question, packed.size) for name, question in questions.items()})

    def forward(self, lessons: Sequence[Lesson]) -> dict[str, Tensor]:
        """For each question the scores of all rows of all articles, one article after another."""
        states = self.dropout(self._states(lessons))
        found = {}
        for name, head in self.heads.items():
            asked = [(place, lesson.asked[name]) for place, lesson in enumerate(lessons) if name in lesson.asked]
            if asked:
                own = torch.cat([states[place][torch.from_numpy(rows.at)] for place, rows in asked])
                found[name] = head(own, [names for _, rows in asked for names in rows.said])
        return found

    def _states(self, lessons: Sequence[Lesson]) -> Tensor:
        """The mean state of the pieces of each token: lessons x tokens x size, zero for what was not seen."""
        batch = _batch([(place, stretch) for place, lesson in enumerate(lessons) for stretch in lesson.stretches])
        encoded = self.encoder(batch.pieces, batch.marks, batch.real)
        tokens = 1 + max(int(rows.at.max()) for lesson in lessons for rows in lesson.asked.values())
        inside = batch.real & (batch.tokens != NO_TOKEN) & (batch.tokens < tokens)
        at = (batch.lessons[:, None] * tokens + batch.tokens)[inside]
        total = torch.zeros(len(lessons) * tokens, self.size).index_add(0, at, encoded[inside])
        count = torch.zeros(len(lessons) * tokens, 1).index_add(0, at, torch.ones(len(at), 1))
        return (total / count.clamp(min=1)).view(len(lessons), tokens, self.size)


class Head(nn.Module):
    """One hidden layer over the states of a row's words and its categories."""

    def __init__(self, question: Question, size: int) -> None:
        super().__init__()
        self.known = {name: place for place, name in enumerate(question.categories)}
        paired = question.words > 1
        self.left, self.right = (nn.Linear(size, _PRODUCT) if paired else None for _ in range(2))
        self.states = nn.Linear(size * question.words + (_PRODUCT if paired else 0), _HIDDEN)
        self.said = nn.EmbeddingBag(max(len(self.known), 1), _HIDDEN, mode="sum")
        nn.init.normal_(self.said.weight, std=0.05)
        self.dropout = nn.Dropout(question.dropout)
        self.answer = nn.Linear(_HIDDEN, len(question.answers) + 1)

    def forward(self, states: Tensor, said: Sequence[Sequence[str]]) -> Tensor:
        """Rows x words x size, what is said of each row -> rows x (answers + 1)."""
        seen = states.flatten(1)
        if self.left is not None and self.right is not None:
            seen = torch.cat([seen, self.left(states[:, 0]) * self.right(states[:, 1])], dim=1)
        scores: Tensor = self.answer(self.dropout(torch.relu(self.states(seen) + self._marked(said))))
        return scores

    def _marked(self, said: Sequence[Sequence[str]]) -> Tensor:
        """The sum of the categories of each row; some of them are left out while it learns."""
        columns = [[self.known[name] for name in names if name in self.known] for names in said]
        places = torch.tensor([column for own in columns for column in own], dtype=torch.long)
        of_row = torch.repeat_interleave(torch.arange(len(columns)), torch.tensor([len(own) for own in columns]))
        if self.training:
            kept = torch.rand(len(places)) >= _UNSAID
            places, of_row = places[kept], of_row[kept]
        summed: Tensor = self.said(places, torch.searchsorted(of_row, torch.arange(len(columns))))
        return summed


class _Batch(NamedTuple):
    """Stretches side by side: stretches x pieces each, and the lesson that each stretch is of."""

    pieces: Tensor
    marks: Tensor
    tokens: Tensor
    real: Tensor
    lessons: Tensor


def _batch(stretches: Sequence[tuple[int, Stretch]]) -> _Batch:
    longest = min(max(len(stretch.pieces) for _, stretch in stretches), LIMIT)
    filled = {
        name: np.full((len(stretches), longest), empty)
        for name, empty in (("pieces", 0), ("marks", 0), ("tokens", NO_TOKEN))
    }
    real = np.zeros((len(stretches), longest), dtype=bool)
    for row, (_, stretch) in enumerate(stretches):
        real[row, : len(stretch.pieces)] = True
        for name, column in filled.items():
            column[row, : len(stretch.pieces)] = getattr(stretch, name)
    lessons = torch.tensor([lesson for lesson, _ in stretches])
    return _Batch(
        **{name: torch.from_numpy(c) for name, c in filled.items()}, real=torch.from_numpy(real), lessons=lessons
    )
