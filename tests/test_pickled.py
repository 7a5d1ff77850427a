"""What goes to bytes comes back equal, also where a class has neither slots nor fields."""

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.pickled import packed, unpacked, unpacked_all
from pipeline.records.annotations import Annotations, Entity, Mention
from pipeline.records.article import Article, Line, Rejection


@dataclass
class Loose:
    name: str


ENTITY = Entity(key="e-0-5", type="person", name="Анна Орлова", aliases=("Орлова",), latitude=53.9)
ARTICLE = Article(text="Вчера.", published=dt.date(2024, 3, 1), lines=(Line(start=0, end=6, role="body"),))


@pytest.mark.parametrize(
    "item",
    [
        ENTITY, ARTICLE, Rejection(source="a", stage="readers", code="empty", message="m"), Loose("x"), None, (1, "a"),
        Annotations(sentences=1, tokens=2, sentence_starts=(0,), entities=(ENTITY, ENTITY)), frozenset({"a"}), Loose,
    ],
)  # fmt: skip
def test_it_comes_back_equal(item):
    assert unpacked(packed(item)) == item
    assert list(unpacked_all(packed(item, ENTITY, item))) == [item, ENTITY, item]


@given(text=st.text(), start=st.integers(), confidence=st.floats(allow_nan=False))
def test_any_values_come_back(text, start, confidence):
    mention = Mention(start=start, end=start, text=text, type="person", source=text, confidence=confidence)
    assert unpacked(packed(mention)) == mention


def test_what_came_back_is_still_frozen():
    with pytest.raises(AttributeError):
        unpacked(packed(ENTITY)).name = "x"
