"""What is read off the encoder's states: one hidden layer for each question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.events.encoder.config import QuestionConfig
from pipeline.language.networks import as_shares, summed

Weights = NDArray[np.float32]


def of_question(weights: Mapping[str, Weights], question: str) -> dict[str, Weights]:
    """Those of one question, without its name: they are kept as `question/part`."""
    return {name.partition("/")[2]: own for name, own in weights.items() if name.startswith(question + "/")}


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
        hidden = np.maximum(seen @ weights["states"] + weights["bias"] + summed(weights["said"], self._known, said), 0)
        scores = hidden @ weights["answer"] + weights["answer_bias"]
        return as_shares(scores)

    def _product(self, states: Sequence[Weights]) -> list[Weights]:
        if len(states) == 1:
            return []
        weights, (left, right) = self._weights, states
        return [(left @ weights["left"] + weights["left_bias"]) * (right @ weights["right"] + weights["right_bias"])]
