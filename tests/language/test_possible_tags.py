"""The dictionary rules out tags of verbs that the network knows badly."""

import pytest

from pipeline.language.graphs import labels
from pipeline.language.possible_tags import possible_tags

pytestmark = pytest.mark.model


def tags_of(word):
    possible = possible_tags(word)
    return None if possible is None else {labels().tags[number] for number in possible}


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("пожалует", {"Tense=Fut", "Person=3", "Number=Sing"}),
        ("обкатаем", {"Tense=Fut", "Person=1", "Number=Plur"}),
        ("распахнула", {"Tense=Past", "Gender=Fem"}),
        ("нёс", {"Tense=Past", "Gender=Masc"}),
        ("отбить", {"VerbForm=Inf"}),
        ("сославшись", {"VerbForm=Conv"}),
    ],
)
def test_every_possible_tag_says_what_the_ending_says(word, said):
    assert tags_of(word)
    assert all(tag.startswith("VERB|") and said <= {*tag.split("|")} for tag in tags_of(word))


def test_a_participle_may_stand_as_an_adjective_or_noun():
    assert {tag.partition("|")[0] for tag in tags_of("командированного")} == {"VERB", "ADJ", "NOUN"}
    assert all("Variant=Short" in tag for tag in tags_of("командирована"))


@pytest.mark.parametrize("word", ["стали", "будет", "завтра", "Кржижановский", "мма", "—", "5", "𗀀", ""])
def test_of_what_may_be_no_verb_nothing_is_ruled_out(word):
    assert possible_tags(word) is None


def test_what_may_be_a_verb_is_no_short_participle():
    assert all(tag.startswith("VERB|") for tag in tags_of("отмываем"))


def test_an_adjective_must_say_its_case():
    assert all("Case=Gen" in tag or "Case=Acc" in tag for tag in tags_of("командированного"))


def test_names_within_a_sentence_stay_names(nlp):
    doc = nlp("Посол Жиль Рейтер прибыл. Толкнули судью.")
    assert [token.pos_ for token in doc if token.text in {"Жиль", "Толкнули"}] == ["PROPN", "VERB"]


@pytest.mark.parametrize(
    ("sentence", "word", "tense"),
    [
        ("22 августа на закладку насосной станции в Пензу пожалует вице-президент банка.", "пожалует", "Fut"),
        ("В январе отворю двери собственной студии.", "отворю", "Fut"),
        ("Прах, согласно завещанию, развеют весной над морем.", "развеют", "Fut"),
        ("Мэр скостил штраф вдвое.", "скостил", "Past"),
    ],
)
def test_rare_verbs_have_the_tense_of_their_ending(nlp, sentence, word, tense):
    [found] = [token for token in nlp(sentence) if token.text == word]
    assert (found.pos_, found.morph.get("Tense")) == ("VERB", [tense])
