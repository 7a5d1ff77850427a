"""Names that only the reader has found: whom or what they mean, and when that is left open."""

import pytest

from pipeline.entities.reader_names import identify
from pipeline.records.annotations import Entity, Mention


def read(text, kind="", type="city"):
    """A mention that the reader has added."""
    return Mention(start=90, end=90 + len(text), text=text, type=type, kind=kind, source="reader")


def named(text, key, name="", type="person"):
    return Mention(start=0, end=len(text), text=text, name=name, type=type, kind="name", entity=key, source="rule")


def person(key, first, last):
    return Entity(key=key, type="person", name=f"{first} {last}", first_name=first, last_name=last)


def identity(mention, mentions=(), entities=()):
    found, _ = identify([*mentions, mention], entities)
    return found[-1].entity


@pytest.mark.parametrize(
    ("mention", "key"),
    [
        (read("Москвы"), "city-moskva"),  # «Эхо Москвы»
        (read("London"), "city-london"),  # «King’s College London»
        (read("Москвы", type="person"), ""),
        (read("Зареченска"), ""),
    ],
)
def test_a_name_of_one_entry_of_the_gazetteer_means_it(mention, key):
    assert identity(mention) == key


@pytest.mark.parametrize(
    ("mention", "key"),
    [
        (read("московских", "nominal"), "city-moskva"),
        (read("Уфимского"), "city-ufa"),
        (read("российско", "nominal", "country"), "country-ru"),  # «российско-украинский»
        (read("чеченской", "nominal", "state_or_province"), "region-chechnya"),
        (read("московском", "nominal", "state_or_province"), ""),  # the region's, which is another thing
        (read("высокой", "nominal"), ""),
    ],
)
def test_an_adjective_means_the_place_of_the_readers_type(mention, key):
    assert identity(mention) == key


def test_an_adjective_is_written_as_one_and_brings_its_entity_in():
    found, entities = identify([read("московских", "nominal")], [])
    assert (found[0].kind, found[0].name) == ("adjective", "Москва")
    assert [(e.key, e.wikidata_id) for e in entities] == [("city-moskva", "Q649")]


def test_a_form_or_surname_that_one_entity_of_the_article_bears_means_it():
    zorin, petrov = person("e-0-10", "Олег", "Зорин"), person("e-20-30", "Пётр", "Петров")
    mentions = [named("Ветровой", "e-5", "Ветрова"), named("Олега Зорина", "e-0-10", "Олег Зорин")]
    known = [zorin, petrov, person("e-5", "", "Ветрова")]
    assert identity(read("Зорину", type="person"), mentions, known) == "e-0-10"
    assert identity(read("Олег Зорин", type="person"), mentions, known) == "e-0-10"
    assert identity(read("Ветровой", type="person"), mentions, known) == "e-5"
    assert identity(read("зорину", "nominal", "person"), mentions, known) == ""


def test_a_surname_of_two_is_left_open():
    two = [person("e-0-10", "Олег", "Зорин"), person("e-20-30", "Пётр", "Зорин")]
    assert identity(read("Зорину", type="person"), (), two) == ""


def test_descriptions_and_what_has_an_entity_stay_as_they_are():
    kept = [named("Минск", "e-7", type="city"), read("столице", "nominal"), read("Москва", type="product")]
    found, entities = identify(kept, [Entity(key="e-7", type="city", name="Минск")])
    assert list(found) == kept
    assert [e.key for e in entities] == ["e-7"]
