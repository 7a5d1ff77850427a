"""Features and sentences of a token: what spaCy says of them, without the time it takes."""

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.language.features import feature, features
from pipeline.language.sentences import sentence_of

MORPHS = ["Case=Nom|Number=Sing", "", "Case=Acc,Gen|Number=Plur", "Tense=Past|VerbForm=Fin"]
NAMES = ["Case", "Number", "Tense", "VerbForm", "Gender"]


@pytest.fixture
def doc() -> Doc:
    nlp = spacy.blank("ru")
    words = ["Сессия", ".", "Столов", "закончили"]
    return Doc(nlp.vocab, words=words, morphs=MORPHS, sent_starts=[True, False, True, False])


def test_features_are_those_of_spacy(doc):
    for token in doc:
        for name in NAMES:
            assert list(features(token, name)) == token.morph.get(name, [])


def test_one_feature_is_the_first_value_or_empty(doc):
    assert [feature(token, "Case") for token in doc] == ["Nom", "", "Acc", ""]


def test_features_follow_a_changed_tag(doc):
    assert feature(doc[0], "Case") == "Nom"
    doc[0].set_morph("Case=Dat")
    assert feature(doc[0], "Case") == "Dat"


def test_sentences_are_those_of_spacy(doc):
    other = Doc(doc.vocab, words=["Да", "."], sent_starts=[True, False])
    for token in [*doc, *other, *doc]:
        assert sentence_of(token) == token.sent
