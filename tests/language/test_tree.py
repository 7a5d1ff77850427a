"""Whatever the scores, the heads form one tree."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from pipeline.language.tree import best_heads


def matrix(size):
    return hnp.arrays(np.float32, (size, size + 1), elements=st.floats(-5, 5, width=32))


def climbs_to_root(heads, node):
    seen = set()
    while node:
        assert node not in seen
        seen.add(node)
        node = heads[node - 1]
    return True


@given(st.integers(1, 9).flatmap(matrix))
def test_heads_form_a_tree_with_one_root(scores):
    heads = best_heads(scores)
    assert heads.count(0) == 1
    assert all(climbs_to_root(heads, node) for node in range(1, len(heads) + 1))


def test_a_good_choice_is_left_alone():
    scores = np.array([[0, -9, 5, 0], [5, 0, -9, 0], [0, 0, 5, -9]], dtype=np.float32)
    assert best_heads(scores) == [2, 0, 2]


def test_a_cycle_is_broken_where_it_costs_least():
    # 1 and 2 choose each other; the root is the cheaper way out for 2.
    scores = np.array([[1, -9, 5], [4, 5, -9]], dtype=np.float32)
    assert best_heads(scores) == [2, 0]
