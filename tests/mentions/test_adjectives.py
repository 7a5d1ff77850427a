"""Adjectives of countries are mentions of them."""

import pytest

from pipeline.mentions.adjectives import find_adjectives
from pipeline.records.annotations import Mention

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Прибыл белорусский лидер.", [("белорусский", "country", "country-by")]),
        ("Киргизская сторона отказалась.", [("Киргизская", "country", "country-kg")]),
        ("Прибыл высокий гость.", []),
    ],
)
def test_adjectives(nlp, text, found):
    doc = nlp("Новости дня\n\n" + text)
    assert [(m.text, m.type, m.gazetteer) for m in doc._.mentions if m.kind == "adjective"] == found


@pytest.mark.parametrize("kind", ["person", "location"])
def test_a_word_that_is_a_name_already_is_no_adjective(nlp, kind):
    name = Mention(start=0, end=11, text="Белорусский", type=kind, kind="name", source="test")
    assert list(find_adjectives(nlp("Белорусский лидер принял посла."), [name])) == []
