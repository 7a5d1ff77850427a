"""In which cases a person's name can stand, once it is known who is named."""

import pytest

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.people.cases import possible_cases
from pipeline.records.annotations import Entity

ALL = frozenset(CASES)


def person(name):
    first, last = name.split(" ", 1) if " " in name else ("", name)
    return Entity(key="e", type="person", name=name, first_name=first, last_name=last)


@pytest.mark.parametrize(
    ("written", "name", "cases"),
    [
        ("Драганом Йоличем", "Драган Йолич", {"Ins"}),
        ("Виорикой Плэмэдялэ", "Виорика Плэмэдялэ", {"Ins"}),
        ("Айгуль Нурпеисовой", "Айгуль Нурпеисова", {"Gen", "Dat", "Ins", "Loc"}),
        ("Эйнарса Калниньша", "Эйнарс Калниньш", {"Gen", "Acc"}),
        ("Олег Шварцман", "Олег Шварцман", {"Nom"}),
        ("Кнут Эриксен", "Кнут Эриксен", ALL),  # no list knows a man by it, and a woman's would not decline
        ("Орлову", "Иван Орлов", {"Dat"}),
        ("Орлову", "Анна Орлова", {"Acc"}),
        ("Лукашенко", "Александр Лукашенко", ALL),
        ("Марит Ског", "Марит Ског", ALL),
    ],
)
def test_cases_of_a_name(written, name, cases):
    assert possible_cases(written, person(name)) == cases


def test_what_is_no_form_of_the_name_tells_nothing():
    assert possible_cases("Седой", person("Рамиро Окампо")) is None
