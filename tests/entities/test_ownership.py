"""Who owns what: sentences with the owners and bodies that they state."""

import pytest

from pipeline.assembly import read_articles
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

pytestmark = pytest.mark.model


def owners(nlp, text):
    doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))
    links = [r for r in doc._.relations if r.source.startswith("ownership/")]
    return [(text[r.head[0] : r.head[1]], text[r.tail[0] : r.tail[1]]) for r in links]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Завод «Полёт» принадлежит Ивану Орлову.", [("Ивану Орлову", "Завод «Полёт»")]),
        (
            "Фонд «Заря», принадлежащий Ивану Орлову и Анне Зиминой, открыл приют.",
            [("Ивану Орлову", "Заря"), ("Анне Зиминой", "Заря")],
        ),
        ("Ивану Орлову принадлежит завод «Полёт».", [("Ивану Орлову", "завод «Полёт»")]),
        ("Иван Орлов владеет компанией «Полёт».", [("Иван Орлов", "Полёт")]),
        ("Компания «Заря» контролирует 30 % акций Facebook.", [("Заря", "Facebook")]),
        ("Доля Ивана Орлова в Facebook достигла 20 %.", [("Ивана Орлова", "Facebook")]),
        ("Иван Орлов владеет английским языком и работает в компании «Полёт».", []),
        ("Доля Ивана Орлова выросла, сообщила компания «Полёт».", []),
    ],
)
def test_owners_that_the_words_state(nlp, text, stated):
    assert owners(nlp, text) == stated
