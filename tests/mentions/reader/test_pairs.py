"""Which mentions may be related, and what lies between them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.reader.pairs import DISTANCES, SENTENCES_APART, MentionPlaces, candidate_pairs

PERSON, EVENT = 0, 1
ALLOWED = np.array([[False, True], [False, False]])


def places(*mentions):
    """Mentions as (first piece, last piece, type, sentence)."""
    starts, ends, types, sentences = np.array(mentions, dtype=np.int64).reshape(-1, 4).T
    return MentionPlaces(starts=starts, ends=ends, types=types, sentences=sentences)


def test_only_allowed_types_pair_and_the_gap_lies_between():
    found = candidate_pairs(places((0, 1, PERSON, 0), (5, 5, EVENT, 0)), ALLOWED)
    assert found.pairs.tolist() == [[0, 1]]
    assert found.gaps.tolist() == [[2, 5]]


def test_of_nested_mentions_the_gap_is_what_they_share():
    found = candidate_pairs(places((0, 4, PERSON, 0), (2, 3, EVENT, 0)), ALLOWED)
    assert found.gaps.tolist() == [[2, 4]]


def test_sentences_too_far_apart_do_not_pair():
    near = candidate_pairs(places((0, 0, PERSON, 0), (9, 9, EVENT, SENTENCES_APART)), ALLOWED)
    far = candidate_pairs(places((0, 0, PERSON, 0), (9, 9, EVENT, SENTENCES_APART + 1)), ALLOWED)
    assert (len(near.pairs), len(far.pairs)) == (1, 0)


def test_head_before_tail_differs_from_tail_before_head():
    one = candidate_pairs(places((0, 0, PERSON, 0), (3, 3, EVENT, 0)), ALLOWED)
    other = candidate_pairs(places((3, 3, PERSON, 0), (0, 0, EVENT, 0)), ALLOWED)
    assert one.distance.tolist() != other.distance.tolist()


MENTIONS = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 11), st.integers(0, 1), st.integers(0, 6)), max_size=8)


@given(MENTIONS)
def test_distances_and_gaps_stay_in_their_ranges(drawn):
    found = candidate_pairs(places(*((a, a + w, kind, s) for a, w, kind, s in drawn)), np.ones((2, 2), dtype=bool))
    assert all(head != tail for head, tail in found.pairs)
    assert ((found.distance >= 0) & (found.distance < 4 * DISTANCES)).all()
    assert (found.gaps[:, 0] <= found.gaps[:, 1]).all()
