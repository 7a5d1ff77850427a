"""What a reading says of any span: built by hand, two windows of three and one piece, spans of at most two."""

import numpy as np
import pytest

from pipeline.mentions.reader.reading import Reading, WindowShares


def window(starts, ends, shares):
    return WindowShares(
        starts={at: number for number, at in enumerate(starts)}, ends={at: number for number, at in enumerate(ends)},
        shares=np.array(shares, dtype=np.float32),
    )  # fmt: skip


@pytest.fixture
def reading():
    """«Иван Орлов | молчит», «Тверь»: of each span (none, city, person)."""
    first = window([0, 5, 11], [4, 10, 17], [
        [[0.9, 0, 0.1], [0.1, 0, 0.9]], [[0.6, 0.1, 0.3], [1, 0, 0]], [[1, 0, 0], [0, 0, 1]]
    ])  # fmt: skip
    second = window([18], [23], [[[0.2, 0.8, 0], [0, 1, 0]]])
    return Reading(source="r", spans=(), relations=(), types=("city", "person"), windows=(first, second))


@pytest.mark.parametrize(
    ("span", "shares"),
    [
        ((0, 10), [0.1, 0, 0.9]),
        ((18, 23), [0.2, 0.8, 0]),
        ((0, 17), [1, 0, 0]),  # longer than any span that is asked about
        ((1, 10), [1, 0, 0]),  # no piece begins there
        ((10, 4), [1, 0, 0]),
    ],
)
def test_shares_of_a_span(reading, span, shares):
    assert reading.shares_of(*span) == pytest.approx(shares)


def test_likely_spans_of_some_types(reading):
    assert reading.likely_spans(["person", "city"], 0.35) == [(0, 10), (5, 10), (18, 23)]
    assert reading.likely_spans(["person"], 0.5) == [(0, 10)]  # one that would end outside its window is none
    assert reading.likely_spans(["ship"], 0.1) == []


def test_what_is_asked_for_once_can_be_forgotten(reading):
    assert reading.without_states().likely_spans(["city"], 0.1) == []
