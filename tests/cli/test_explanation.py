"""Why a cell is as it is, in words."""

import pytest

from pipeline.assembly import collect, read_articles
from pipeline.cli.explanation import explain
from pipeline.language.layout import find_lines
from pipeline.records.article import Article


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "cell", "why"),
    [
        ("Пост пустует с января, когда посол Иван Орлов скончался.", "death", "date", "date/when: stands right before"),
        (
            "В 2020 году Анна Зимина выиграла выборы. Тогда Иван Орлов подал в отставку.",
            "dismissal", "date", "date/then: the day told last",
        ),
        (  # «тогда же» is a date of its own
            "В 2020 году Анна Зимина выиграла выборы. Тогда же Иван Орлов подал в отставку.",
            "dismissal", "date", "date/attached: hangs on the trigger",
        ),
        (
            "В среду Иван Орлов вышел на трибуну, раскритиковал бюджет и потребовал отставки мэра.",
            "request", "date", "date/joined: leads the first",
        ),
        (
            "В январе Иван Орлов перебрался в Дубай. В марте его там задержала полиция.",
            "arrest", "place", "place/there: the place named last",
        ),
    ],
)  # fmt: skip
def test_dates_and_places_that_a_clause_takes_from_elsewhere(nlp, text, kind, cell, why):
    doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))
    event = next(e for e in doc._.events if e.type == kind)
    assert any(name == cell and why in reason for name, _, reason in explain(text, collect(doc), event))
