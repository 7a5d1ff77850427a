"""Adjectives of countries are mentions of them."""

import pytest

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
