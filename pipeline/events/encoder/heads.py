"""What is read off the encoder's states: one hidden layer for each question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.events.encoder.config import QuestionConfig

Weights = NDArray[np.float32]
PARTS = ("states", "bias", "said", "answer", "answer_bias")  # of a question's weights
PAIRED = ("left", "left_bias", "right", "right_bias")  # of one that is asked of two words


class Head:
    """The layer of a question over the states of a row's words, their product, and what else is said of the row."""

    def __init__(self, config: QuestionConfig, weights: Mapping[str, Weights]) -> None:
        """Take the weights.

        Args:
            config: of the question.
            weights: inputs x outputs, by the names of `PARTS`, and of `PAIRED` where two words are asked about.
        """
        self._weights = weights
        self._known = {name: place for place, name in enumerate(config.categories)}

    def answers(self, states: Sequence[Weights], said: Sequence[Iterable[str]]) -> Weights:
        """For each row the probability of every answer: rows x (answers + 1).

        Args:
            states: of each word of the rows, one array a place: rows x size.
            said: of each row in categories; unknown ones are passed over.
        """
        weights = self._weights
        seen = np.concatenate([*states, *self._product(states)], axis=1)
        hidden = np.maximum(seen @ weights["states"] + weights["bias"] + self._marked(said), 0)
        scores = hidden @ weights["answer"] + weights["answer_bias"]
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))

    def _product(self, states: Sequence[Weights]) -> list[Weights]:
        if len(states) == 1:
            return []
        weights, (left, right) = self._weights, states
        return [(left @ weights["left"] + weights["left_bias"]) * (right @ weights["right"] + weights["right_bias"])]

    def _marked(self, said: Sequence[Iterable[str]]) -> Weights:
        """The sum of the weights of each row's categories."""
        weights = self._weights["said"]
        found = np.empty((len(said), weights.shape[1]), dtype=np.float32)
        for row, names in enumerate(said):
            own = [self._known[name] for name in names if name in self._known]
            weights.take(own, axis=0).sum(axis=0, out=found[row])
        return found
