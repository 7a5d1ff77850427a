"""Sentences that name nobody, no place and no day: which of their happenings are still records."""

import pytest

from pipeline.assembly import read_articles
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

pytestmark = pytest.mark.model

# sentence, types of its records
CASES = [
    # what was done to what, by nobody named
    ("Счета фирмы заморожены.", ["seizure"]),
    ("Оружие сдали.", ["retreat"]),
    ("Возбуждено уголовное дело.", ["investigation"]),
    ("У перевозчика могут отозвать сертификат.", ["seizure"]),
    ("Если документ примут без поправок, цена вырастет.", ["law"]),
    # somebody without a name
    ("Троих задержали.", ["arrest"]),
    ("Докеры пригрозили забастовкой.", ["threat"]),
    # a report that is denied tells of a happening, a mere «не» does not
    ("Слухи о том, что картины вывезли, опровергли.", ["other"]),
    ("Документ не подписан.", []),
    # told in passing, demanded, or named without a word of its own
    ("Победили с большим счётом.", []),
    ("Активисты требуют отозвать лицензию.", ["request"]),
    ("Всё это ради победы.", []),
]


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize(("text", "types"), CASES)
def test_what_is_done_to_somebody_or_something_is_a_record(nlp, text, types):
    doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))
    assert [event.type for event in doc._.events] == types


def test_a_noun_that_the_networks_are_sure_of_is_a_record_without_anybody(nlp):
    text = "Концерт нам понравился."
    doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))
    assert [event.type for event in doc._.events] == ["culture"]
