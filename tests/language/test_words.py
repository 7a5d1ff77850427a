"""Plain text cut into words and sentences, and words that ask the dictionary when they are asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.dictionary import beginnings
from pipeline.language.splitting import Splitter
from pipeline.language.words import Word

split = Splitter()


def forms(text):
    return [word.form for word in split(text).words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Мост открыт.", ["Мост", "открыт", "."]),
        ("12.04.2022 в 9:00", ["12", ".", "04", ".", "2022", "в", "9", ":", "00"]),
        ("северо-западный 90-х", ["северо-западный", "90-х"]),
        ("а  б\tв", ["а", "  ", "б", "\t", "в"]),
        (" Мост ", [" ", "Мост"]),
        ("", []),
    ],
)
def test_words(text, words):
    assert forms(text) == words


@settings(deadline=None)
@given(st.text(max_size=60))
def test_words_and_single_blanks_between_them_are_the_text(text):
    tokens = split(text)
    at = 0
    for start, word in zip(tokens.starts, tokens.words, strict=False):
        assert text[at:start] in {"", " "}
        assert text.startswith(word.form, start)
        at = start + len(word.form)
    assert text[at:] in {"", " "}


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Мост открыт. Движение пущено.", ["Мост", "Движение"]),
        ("В 2019 г. Минск принял форум.", ["В"]),
        ("А. С. Петров прибыл.", ["А"]),
        ("Мост открыт\nДвижение пущено", ["Мост", "Движение"]),
        ("«Мост открыт!» Движение пущено.", ["«", "Движение"]),
        ("Мост открыт. и пущен", ["Мост"]),
    ],
)
def test_sentences(text, starts):
    tokens = split(text)
    assert [tokens.words[i].form for i in tokens.sentence_starts] == starts


def test_a_word_is_what_the_dictionary_says_or_what_a_tagger_says():
    assert (Word("прошёл").lemma, Word("прошёл").features["Tense"]) == ("пройти", "Past")
    tagged = Word("стали", ("NOUN", "Case=Gen|Number=Sing", "сталь"))
    assert (tagged.pos, tagged.lemma, tagged.features) == ("NOUN", "сталь", {"Case": "Gen", "Number": "Sing"})


def test_forms_of_a_word_begin_as_one_of_its_beginnings():
    assert {"год", "лет"} <= beginnings(["год"], 3) <= {"год", "лет", "г", "гг"}
    assert {"четвё", "четве"} <= beginnings(["четвёртый"], 5)


def test_the_dictionary_tells_who_is_asked_and_short_forms():
    assert Word("запишите").features["Mood"] == "Imp"
    assert Word("прошёл").features["Mood"] == "Ind"
    assert (Word("назначены").features["Variant"], Word("назначенный").features.get("Variant")) == ("Short", None)
