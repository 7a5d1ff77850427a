"""Posts in full: clipped words spelt out, and clipped again as the text has them."""

import pytest

from pipeline.entities.positions.full_forms import as_written, in_full
from pipeline.entities.positions.lexicon import post_lexicon

FULL = {
    "гендиректор": "генеральный директор",
    "первый зампред": "первый заместитель председателя",
    "Замминистра обороны": "Заместитель министра обороны",
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


@pytest.mark.parametrize(
    ("position", "text", "written"),
    [
        ("полномочный представитель президента", "полпреда президента", "полпред президента"),
        ("премьер-министр", "экс-премьером", "премьер"),
        ("заместитель министра", "заместителю министра", "заместитель министра"),
    ],
)
def test_as_the_text_clips_it(position, text, written):
    assert as_written(position, text) == written


def test_every_spelling_begins_with_a_nominative_that_is_not_clipped_itself():
    full = post_lexicon().full
    assert not [word for spelt in full.values() for word in spelt.split() if word in full]
