"""Who is the same over a run."""

import datetime as dt

from pipeline.entities.found import FoundEntity
from pipeline.entities.merge import merge_entities
from pipeline.records.annotations import Entity


def person(order, first, last, patronymic="", key="e-0-5", **fields):
    name = " ".join(part for part in (first, patronymic, last) if part)
    entity = Entity(key=key, type="person", name=name, first_name=first, patronymic=patronymic, last_name=last)
    return found(order, entity, **fields)


def found(order, entity, published=None):
    doc_id = f"a{order}"
    return FoundEntity(
        doc_id=doc_id, order=order, entity=entity, first_mention=f"{doc_id}-{entity.key}", mentions=2,
        published=published,
    )  # fmt: skip


def body(order, name, gazetteer=""):
    return found(order, Entity(key=gazetteer or "e-9-12", type="organization", name=name, gazetteer=gazetteer))


def test_one_gazetteer_key_is_one_entity_and_keeps_its_key():
    merged = merge_entities([body(0, "Совет ЕЭК", "body-eek-sovet"), body(1, "Совет ЕЭК", "body-eek-sovet")])
    assert [(e.entity_id, e.documents, e.mentions) for e in merged.entities] == [("body-eek-sovet", 2, 4)]


def test_given_name_and_surname_meet_across_articles():
    merged = merge_entities([person(0, "Олег", "Таранов"), person(1, "Олег", "Таранов", "Ильич")])
    [one] = merged.entities
    assert one.entity_id == "e-a0-e-0-5"
    assert one.entity.name == "Олег Ильич Таранов"
    assert one.entity.aliases == ("Олег Таранов",)
    assert [(d.verdict, d.reason) for d in merged.decisions] == [("same", "name")]


def test_different_patronymics_stay_apart():
    merged = merge_entities([person(0, "Олег", "Таранов", "Ильич"), person(1, "Олег", "Таранов", "Петрович")])
    assert len(merged.entities) == 2
    assert [(d.verdict, d.reason) for d in merged.decisions] == [("different", "patronymic")]


def test_a_name_without_patronymic_joins_neither_of_two_namesakes():
    merged = merge_entities(
        [person(0, "Олег", "Таранов"), person(1, "Олег", "Таранов", "Ильич"), person(2, "Олег", "Таранов", "Петрович")]
    )
    assert len(merged.entities) == 3


def test_two_namesakes_of_one_article_stay_two():
    merged = merge_entities([person(0, "Олег", "Таранов", key="e-0-5"), person(0, "Олег", "Таранов", key="e-70-82")])
    assert len(merged.entities) == 2


def test_a_lone_surname_stays_in_its_article():
    assert len(merge_entities([person(0, "", "Таранов"), person(1, "", "Таранов")]).entities) == 2


def test_a_body_meets_only_under_a_name_that_says_which_it_is():
    def entities(name):
        return len(merge_entities([body(0, name), body(1, name)]).entities)

    assert entities("Колымские линии") == 1
    assert entities("Прокуратура Тверской области") == 1
    assert entities("Областная больница") == 2
    assert entities("Верховный суд") == 2
    assert entities("ЦРБ") == 2


def test_dates_of_publication_span_the_articles():
    days = [dt.date(2024, 5, 3), dt.date(2023, 1, 2)]
    merged = merge_entities([person(i, "Олег", "Таранов", published=day) for i, day in enumerate(days)])
    assert (merged.entities[0].first_published, merged.entities[0].last_published) == (days[1], days[0])


def test_the_result_does_not_depend_on_the_order_of_arrival():
    found_entities = [person(i, "Олег", "Таранов") for i in range(4)] + [body(5, "Порт"), body(6, "Порт")]
    assert merge_entities(found_entities) == merge_entities(reversed(found_entities))
