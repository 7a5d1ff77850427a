"""The shipped gazetteer."""

import re

import pytest

from pipeline.mentions.gazetteer_in_use import load_gazetteer


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ОДКБ", "body-odkb"),
        ("СКБ", "body-odkb-skb"),
        ("КССБ", "body-odkb-kssb"),
        ("Комитет секретарей советов безопасности", "body-odkb-kssb"),
        ("Белоруссия", "country-by"),
        ("республика беларусь", "country-by"),
        ("Алма-Ата", "city-almaty"),
        ("Нур-Султан", "city-astana"),
        ("Кишинев", "city-kishinev"),
        ("Башкортостан", "region-bashkiriya"),
        ("Еврокомиссия", "body-es-ek"),
        ("Росавиация", "body-rosaviaciya"),
    ],
)
def test_names_lead_to_one_entry(gazetteer, name, key):
    assert [entry.key for entry in gazetteer.named(name)] == [key]


@pytest.mark.parametrize(
    ("key", "short", "short_en", "parent"),
    [
        ("body-odkb-skb", "СКБ", "CSC", "body-odkb"),
        ("body-odkb-smid", "СМИД", "SMID", "body-odkb"),
        ("body-odkb-smo", "СМО", "SMO", "body-odkb"),
        ("body-odkb-kssb", "КССБ", "KSSB", "body-odkb"),
        ("body-shos-rats", "РАТС", "RATS", "body-shos"),
        ("body-sng-mpa", "МПА", "IPA", "body-sng"),
        ("body-obse-bdipch", "БДИПЧ", "ODIHR", "body-obse"),
    ],
)
def test_organs_know_their_parent(gazetteer, key, short, short_en, parent):
    entry = gazetteer.entry(key)
    assert (entry.abbreviations[0], entry.abbreviations_en[0], entry.parent) == (short, short_en, parent)


def test_an_abbreviation_of_several_parents_is_a_collision(gazetteer):
    assert set(gazetteer.collisions()["смид"]) >= {"body-odkb-smid", "body-sng-smid"}
    assert set(gazetteer.collisions()["смо"]) == {"body-odkb-smo", "body-sng-smo"}


def test_only_known_names_collide_across_types(gazetteer):
    """A city that bears the name of a state is its capital; other homonyms of different type are listed here."""
    allowed = {"байконур", "нахичевань", "днепр", "заполярье", "гонконг"}
    for name, keys in gazetteer.collisions().items():
        entries = [gazetteer.entries[key] for key in keys]
        states = [entry for entry in entries if entry.type == "country"]
        capitals = {state.capital for state in states}
        others = [entry for entry in entries if entry not in states and entry.key not in capitals]
        same_type = len({entry.type for entry in entries}) == 1
        assert same_type or not others or name in allowed, (name, keys)


def test_a_body_of_any_state_becomes_that_of_one(gazetteer):
    entry = gazetteer.entry("body-mid.country-am")
    assert entry.name == "Министерство иностранных дел Армении"
    assert entry.name_en == "Ministry of Foreign Affairs of Armenia"
    assert {"МИД Армении", "МИД Республики Армения", "МИД"} <= set(entry.aliases)
    assert (entry.parent, entry.country) == ("country-am", "country-am")


@pytest.mark.parametrize(
    ("body", "owner", "key"),
    [
        ("body-mid", "country-am", "body-mid.country-am"),
        ("body-sledkom", "country-ru", "body-sk-rf"),
        ("body-sledkom", "country-by", "body-sledkom.country-by"),
        ("body-sledkom", "region-chechnya", "body-sledkom.region-chechnya"),
    ],
)
def test_a_body_that_has_an_entry_of_its_own_goes_by_that(gazetteer, body, owner, key):
    assert gazetteer.key_of_state(gazetteer.entries[body], owner) == key


def test_every_capital_lies_in_its_state(gazetteer):
    for entry in gazetteer.entries.values():
        if entry.type == "country" and entry.capital:
            assert gazetteer.entries[entry.capital].country == entry.key, entry


def test_keys_coordinates_and_ids_are_well_formed(gazetteer):
    ids = [e.wikidata_id for e in gazetteer.entries.values() if e.wikidata_id]
    assert len(set(ids)) == len(ids)
    for entry in gazetteer.entries.values():
        assert re.fullmatch(r"[a-z0-9-]+", entry.key)
        assert (entry.latitude is None) == (entry.longitude is None)
        assert entry.latitude is None or (-90 <= entry.latitude <= 90 and -180 <= entry.longitude <= 180)
        assert not entry.wikidata_id or re.fullmatch(r"Q\d+", entry.wikidata_id)
