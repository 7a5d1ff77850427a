"""Navec's vectors, read without navec."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.language.backends import news_vectors
from pipeline.language.vectors import DIMENSIONS, UNKNOWN, packed_vectors, vector_parts, vector_row, vectors

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def navec():
    return news_vectors()


def test_every_word_has_the_row_that_navec_gives_it(navec):
    assert [vector_row(word) for word in navec.vocab.words[::50]] == list(range(len(navec.vocab.words)))[::50]


@pytest.mark.parametrize("word", ["", "саммитоведение", UNKNOWN])
def test_a_strange_word_has_the_row_of_unknown_ones(navec, word):
    assert vector_row(word) == navec.vocab.unk_id


def test_case_does_not_matter():
    assert vector_row("Встреча") == vector_row("встреча")


def test_the_vectors_are_those_of_navec(navec):
    found = vectors([vector_row(word) for word in ("встреча", "саммит")])
    assert found.shape == (2, DIMENSIONS)
    assert np.array_equal(found, np.stack([navec["встреча"], navec["саммит"]]))


def test_the_tables_are_those_of_navec(navec):
    assert np.array_equal(packed_vectors(), navec.pq.indexes)
    assert np.array_equal(vector_parts(), navec.pq.codes)
