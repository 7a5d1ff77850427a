"""Lemmas agree with the tagger: one form, several readings."""

import pytest

from pipeline.language.lemmas import lemma

CASES = [
    ("стали", "VERB", "Tense=Past|Number=Plur", "стать"),
    ("стали", "NOUN", "Case=Gen|Gender=Fem|Number=Sing", "сталь"),
    ("Встреча", "NOUN", "Case=Nom|Gender=Fem|Number=Sing", "встреча"),
    ("президентом", "NOUN", "Case=Ins|Gender=Masc|Number=Sing", "президент"),
    ("запланированному", "VERB", "Case=Dat|VerbForm=Part", "запланировать"),
    ("белорусский", "ADJ", "Case=Nom|Gender=Masc|Number=Sing", "белорусский"),
    ("дня", "NOUN", "Case=Gen|Gender=Masc|Number=Sing", "день"),
    ("дней", "NOUN", "Case=Gen|Number=Plur", "день"),
    ("минувшей", "ADJ", "Case=Gen|Gender=Fem", "минувший"),
    ("о", "ADP", "", "о"),
    ("2023", "ADJ", "", "2023"),
    (",", "PUNCT", "", ","),
]


@pytest.mark.parametrize(("form", "pos", "morph", "expected"), CASES)
def test_lemma_fits_the_tag(form, pos, morph, expected):
    assert lemma(form, pos, morph) == expected
