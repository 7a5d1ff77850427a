"""Names of towns and villages, of which nothing but the name is known."""

import pytest

from pipeline.entities.phrases.folding import fold
from pipeline.entities.phrases.place_names import is_place_name
from pipeline.resources import models_dir


@pytest.mark.parametrize(
    ("name", "known"), [("Арика", True), ("Арик", False), ("ЁЛКИНО", True), ("Елкино", True), ("Имангали", False)]
)
def test_a_name_is_known_whatever_its_case_and_yo(name, known):
    assert is_place_name(name) is known


def test_the_list_is_folded_sorted_and_says_nothing_twice():
    names = (models_dir() / "gazetteer" / "place_names.txt").read_text(encoding="utf-8").splitlines()
    assert names == sorted({fold(name) for name in names})
