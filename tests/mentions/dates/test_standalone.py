"""The tagger without networks answers the same table of cases."""

import datetime as dt

import pytest

from pipeline.assembly import build_date_tagger
from pipeline.language.words import split_words

from .build import VOCAB
from .test_cases import load_cases

CASES = load_cases()


@pytest.fixture(scope="module")
def tag():
    return build_date_tagger()


def test_at_least_99_of_100_sentences_are_right(tag):
    wrong = [key for key in CASES if values(tag, *key) != [value for _, value in CASES[key]]]
    assert len(wrong) <= len(CASES) / 100, wrong


def values(tag, published, sentence):
    return [e.value for e in tag(sentence, dt.date.fromisoformat(published) if published else None)]


@pytest.mark.parametrize("text", ["", " ", "\n", "Вчера.\n\nЗавтра,\u00a0в 9:00…", "а  б\tв", "COVID-19 и 1990-х"])
def test_the_text_is_kept(text):
    assert split_words(VOCAB, text).text == text


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Мост открыт. Движение пущено.", ["Мост", "Движение"]),
        ("В 2019 г. Минск принял форум.", ["В"]),
        ("А. С. Петров прибыл.", ["А"]),
        ("Мост открыт\nДвижение пущено", ["Мост", "Движение"]),
    ],
)
def test_sentences(text, starts):
    assert [token.text for token in split_words(VOCAB, text) if token.is_sent_start] == starts
