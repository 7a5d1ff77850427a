"""Posts in full: clipped words spelt out."""

import pytest

from pipeline.entities.positions.full_forms import in_full
from pipeline.entities.positions.lexicon import post_lexicon

FULL = {
    "гендиректор": "генеральный директор",
    "первый зампред": "первый заместитель председателя",
    "Замминистра обороны": "заместитель министра обороны",
    "премьер": "премьер-министр",
    "вице-премьер": "вице-премьер",
    "главврач": "главврач",
    "советник премьера": "советник премьера",
}


@pytest.mark.parametrize("clipped", FULL)
def test_clipped_words_are_spelt_out(clipped):
    assert in_full(clipped) == FULL[clipped]


def test_the_premier_of_a_theatre_stays():
    assert in_full("премьер", of_state=False) == "премьер"


def test_every_spelling_begins_with_a_nominative_that_is_not_clipped_itself():
    full = post_lexicon().full
    assert not [word for spelt in full.values() for word in spelt.split() if word in full]


@pytest.mark.model
def test_a_record_has_the_words_of_the_article_and_the_post_in_full(nlp):
    doc = nlp(
        "Гендиректор завода Олег Сомов ушёл. Генеральный директор Олег Сомов болел. Зампред думы Анна Ким молчит."
    )
    names = {entity.key: entity.name for entity in doc._.entities}
    held = sorted((names[p.person], p.position, p.full) for p in doc._.positions)
    assert held == [
        ("Анна Ким", "Зампред думы", "заместитель председателя думы"),
        ("Олег Сомов", "Генеральный директор", "генеральный директор"),
    ]
