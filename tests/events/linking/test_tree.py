"""The way between two words of a tree, and what lies between them."""

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.events.linking.tree import read_tree

# Вчера министр обороны России посетил завод , где встретил мэра
WORDS = ["Вчера", "министр", "обороны", "России", "посетил", "завод", ",", "где", "встретил", "мэра"]
HEADS = [4, 4, 1, 2, 4, 4, 8, 8, 5, 8]
DEPS = ["advmod", "nsubj", "nmod", "nmod", "ROOT", "obj", "punct", "advmod", "acl:relcl", "obj"]
POS = ["ADV", "NOUN", "NOUN", "PROPN", "VERB", "NOUN", "PUNCT", "ADV", "VERB", "NOUN"]
VISITED, MET = 4, 8


@pytest.fixture
def tree():
    doc = Doc(spacy.blank("ru").vocab, words=WORDS, heads=HEADS, deps=DEPS, pos=POS)
    return read_tree(doc, {VISITED, MET})


@pytest.mark.parametrize(
    ("start", "end", "way"),
    [
        (1, VISITED, "nsubj^"),
        (3, VISITED, "nmod/nmod/nsubj^"),
        (1, MET, "nsubj^obj/acl:relcl"),
        (9, MET, "obj^"),
        (VISITED, VISITED, "^"),
        (3, 9, "far"),
    ],
)
def test_the_way_goes_up_to_the_common_head_and_down(tree, start, end, way):
    assert tree.way(start, end) == way


@pytest.mark.parametrize(
    ("first", "second", "between"),
    [(1, VISITED, (0, 0, 0)), (1, MET, (1, 1, 1)), (MET, 1, (1, 1, 1)), (5, 5, (0, 0, 0))],
)
def test_verbs_marks_and_triggers_between(tree, first, second, between):
    assert tree.between(first, second) == between


def test_the_top_of_a_span(tree):
    assert tree.top(1, 4) == 1
    assert tree.top(2, 4) == 2
