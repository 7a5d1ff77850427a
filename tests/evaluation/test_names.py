"""When two names count as one."""

from __future__ import annotations

import pytest

from pipeline.evaluation.gold import GoldArticle, GoldEntity
from pipeline.evaluation.names import NameIndex, coarse_type, fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [("«Зелёный  Мир»", "зеленый мир"), ("Санкт–Петербург", "санкт-петербург"), ("АО «Клён».", "ао клен")],
)
def test_fold(name: str, folded: str):
    assert fold(name) == folded


def test_cities_are_locations():
    assert coarse_type("CITY") == "location" and coarse_type("person") == "person"


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("СОМОВ", "Олег Сомов"),
        ("Сомов Олег Ильич", "Олег Сомов"),
        ("Сомова", None),
        ("Ильич", None),
    ],
)
def test_a_person_is_known_by_alias_and_by_a_fuller_name(name: str, canonical: str | None):
    person = GoldEntity(name="Олег Сомов", type="person", aliases=("Сомов",), mentions=((0, 10),))
    article = GoldArticle(
        id="a", text="Олег Сомов", entities=(person,), dates=(), events=(), quotes=(), positions=()
    )  # fmt: skip
    assert NameIndex(article).canonical(name) == canonical
