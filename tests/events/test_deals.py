"""Who buys what from whom, who lends, who fines: sentences with the roles of their events."""

import pytest

from pipeline.assembly import read_articles
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

pytestmark = pytest.mark.model


def roles(nlp, text, kind):
    doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))
    found = [event for event in doc._.events if event.type == kind]
    return {(a.role, a.name) for event in found for a in event.arguments if a.entity and a.role != "place"}


@pytest.mark.parametrize(
    ("text", "kind", "filled"),
    [
        ("Sun купила MySQL за миллиард долларов.", "deal", {("agent", "Sun"), ("topic", "MySQL")}),
        ("Компания «Заря» купила 5 % акций Facebook.", "deal", {("agent", "Заря"), ("topic", "Facebook")}),
        (
            "Компания «Заря» объявила о покупке завода «Бельведер».",
            "deal",
            {("agent", "Заря"), ("topic", "Завод «Бельведер»")},
        ),
        ("Слияние компаний «Заря» и «Полёт» завершено.", "deal", {("agent", "Заря"), ("agent", "Полёт")}),
        ("Россия дала Украине кредит.", "deal", {("agent", "Россия"), ("recipient", "Украина")}),
        (
            "Фонд «Заря» вложил в компанию «Полёт» миллион рублей.",
            "deal",
            {("agent", "Заря"), ("recipient", "Полёт")},
        ),
        (
            "Еврокомиссия наложила на Microsoft штраф.",
            "seizure",
            {("agent", "Европейская комиссия"), ("recipient", "Microsoft")},
        ),
        ("Комиссия Европейского союза пригрозила фирмам.", "threat", {("agent", "Комиссия Европейского союза")}),
    ],
)
def test_roles_of_sales_loans_and_fines(nlp, text, kind, filled):
    assert roles(nlp, text, kind) == filled
