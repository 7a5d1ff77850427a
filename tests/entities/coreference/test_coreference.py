"""Descriptions and pronouns that take up people, bodies and countries named before."""

import datetime as dt
from dataclasses import replace

import pytest

from pipeline.assembly import read_articles
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

pytestmark = pytest.mark.model


def links(nlp, text):
    doc = nlp("Новости дня\n\n" + text)
    names = {entity.key: entity.name for entity in doc._.entities}
    return {m.text: names[m.entity] for m in doc._.mentions if m.source.startswith("coreference")}


@pytest.mark.parametrize(
    ("text", "description", "entity"),
    [
        ("Президент Казахстана Иван Орлов прибыл в Минск. Президент осмотрел мост.", "Президент", "Иван Орлов"),
        (
            "Президент Казахстана Иван Орлов прибыл в Минск. Гости поблагодарили главу государства.",
            "главу государства",
            "Иван Орлов",
        ),
        (
            "Генеральный секретарь ОДКБ Иван Орлов прибыл в Минск. Генсек осмотрел мост.",
            "Генсек",
            "Иван Орлов",
        ),
        ("Посол Узбекистана Иван Орлов прибыл в Минск. Дипломат осмотрел мост.", "Дипломат", "Иван Орлов"),
        ("Вице-мэр Анна Ким осмотрела мост. Потом чиновница уехала.", "чиновница", "Анна Ким"),
        ("Анна Ким осмотрела мост. Она вернётся в мае.", "Она", "Анна Ким"),
        ("Анна Ким и Иван Орлов осмотрели мост. Он вернётся в мае.", "Он", "Иван Орлов"),
        ("В Минске армянская сторона молчала, а потом они попросили снять вопрос.", "они", "Армения"),
        ("В Минске говорили об Армении. Армянская сторона отказалась от мер.", "Армянская сторона", "Армения"),
        ("МВФ выдал заём. Организация просит отчёта.", "Организация", "Международный валютный фонд"),
        ("МВФ выдал заём. Вчера организацией довольны все.", "организацией", "Международный валютный фонд"),
    ],
)
def test_taken_up(nlp, text, description, entity):
    assert links(nlp, text)[description] == entity


@pytest.mark.parametrize(
    "text",
    [
        "Анна Ким осмотрела мост. Он вернётся в мае.",
        "Директор осмотрел мост. Президент уехал.",
        "МВФ должен стать организацией, которая слушает всех.",
        "МВФ молчит. Нужен адрес человека или организации.",
    ],
)
def test_nobody_fits(nlp, text):
    assert links(nlp, text) == {}


def test_a_thing_is_no_person(nlp):
    assert "она" not in links(nlp, "Анна Ким приехала. Машина сломалась, и она стоит во дворе.")


def test_an_office_known_by_the_day_needs_no_title(nlp):
    article = Article(
        text="Новости дня\n\nАнгела Меркель приехала в Минск. Канцлер Германии осмотрела мост.",
        published=dt.date(2015, 2, 11),
    )
    article = replace(article, lines=find_lines(article.text))
    (doc,) = read_articles(nlp, [article])
    (found,) = [m for m in doc._.mentions if m.kind == "nominal"]
    assert (found.text, found.entity) == ("Канцлер Германии", doc._.entities[0].key)
