"""Which participle speaks of which noun, as far as their forms tell."""

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.events.arguments.agreement import agrees

CASES = [
    ("заседанию", "Case=Dat|Gender=Neut|Number=Sing", "запланированному", "Case=Dat|Gender=Masc|Number=Sing", True),
    ("заседанием", "Case=Ins|Gender=Neut|Number=Sing", "намечавшимся", "Case=Ins|Gender=Masc|Number=Sing", True),
    ("заседание", "Case=Nom|Gender=Neut|Number=Sing", "намеченный", "Case=Nom|Gender=Masc|Number=Sing", False),
    ("заседанию", "Case=Dat|Gender=Neut|Number=Sing", "запланированной", "Case=Dat|Gender=Fem|Number=Sing", False),
    ("сессии", "Case=Dat|Gender=Fem|Number=Sing", "запланированной", "Case=Gen|Gender=Fem|Number=Sing", True),
    ("встречам", "Case=Dat|Gender=Fem|Number=Plur", "намеченным", "Case=Dat|Number=Plur", True),
]


@pytest.mark.parametrize(("noun", "noun_morph", "participle", "morph", "fits"), CASES)
def test_agreement(noun, noun_morph, participle, morph, fits):
    doc = Doc(spacy.blank("ru").vocab, words=[noun, ",", participle], morphs=[noun_morph, "", morph])
    assert agrees(doc[0], doc[2]) is fits
