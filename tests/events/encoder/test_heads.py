"""What is read off the states: a layer built by hand, whose answers can be worked out."""

import numpy as np
import pytest

from pipeline.events.encoder.config import QuestionConfig
from pipeline.events.encoder.heads import Head

ONE = QuestionConfig(answers=("visit",), categories=("pos=VERB", "type=visit"))
WEIGHTS = {
    "states": np.array([[1.0], [0.0]]), "bias": np.zeros(1), "said": np.array([[0.5], [2.0]]),
    "answer": np.array([[0.0, 1.0]]), "answer_bias": np.zeros(2),
}  # fmt: skip


def likely(odds):
    return np.exp(odds) / (1 + np.exp(odds))


def floats(weights):
    return {name: own.astype(np.float32) for name, own in weights.items()}


@pytest.mark.parametrize(
    ("state", "said", "odds"),
    [
        ([1, 9], [], 1.0),
        ([1, 9], ["pos=VERB"], 1.5),
        ([1, 9], ["pos=VERB", "type=visit"], 3.5),
        ([1, 9], ["never seen"], 1.0),
        ([-5, 9], ["pos=VERB"], 0.0),  # a hidden unit is never below zero
    ],
)
def test_state_and_categories_add_up(state, said, odds):
    answers = Head(ONE, floats(WEIGHTS)).answers([np.array([state], dtype=np.float32)], [said])
    assert answers[0] == pytest.approx([1 - likely(odds), likely(odds)], abs=1e-6)


def test_of_two_words_the_product_counts_too():
    weights = floats({
        **WEIGHTS, "states": np.array([[0.0], [0.0], [1.0]]), "left": np.array([[3.0]]), "left_bias": np.zeros(1),
        "right": np.array([[2.0]]), "right_bias": np.ones(1),
    })  # fmt: skip
    states = [np.array([[0.5]], dtype=np.float32), np.array([[1.0]], dtype=np.float32)]
    assert Head(ONE, weights).answers(states, [[]])[0, 1] == pytest.approx(likely(0.5 * 3 * (1.0 * 2 + 1)))


def test_no_rows_give_no_answers():
    assert Head(ONE, floats(WEIGHTS)).answers([np.zeros((0, 2), dtype=np.float32)], []).shape == (0, 2)
