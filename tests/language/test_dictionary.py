"""The likeliest part of speech, features and lemma of a word, without a context."""

import json
import re
from pathlib import Path

import pytest

from pipeline.language.backends import morph_analyzer
from pipeline.language.dictionary import likeliest

ARTICLES = Path(__file__).parents[1] / "gold" / "articles"


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("прошёл", "VERB", "пройти"),
        ("прошел", "VERB", "пройти"),  # е for ё
        ("Ноября", "NOUN", "ноябрь"),
        ("стали", "VERB", "стать"),  # rather than steel
        ("в", "ADP", "в"),
        ("брексититься", "VERB", "брексититься"),  # in no dictionary
        ("2023", "NUM", "2023"),
        ("№", "SYM", "№"),
        (" ", "SPACE", " "),
        ("мо\ud800ст", "X", "мо\ud800ст"),  # half of a pair
    ],
)
def test_likeliest(word, pos, lemma):
    assert (likeliest(word)[0], likeliest(word)[2]) == (pos, lemma)


def test_lemmas_are_those_of_the_first_parse():
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(ARTICLES.glob("*.json"))[:15]]
    words = sorted(set(re.findall(r"[а-яё]+", " ".join(texts).lower())))
    assert len(words) > 1000
    first = {word: morph_analyzer().parse(word)[0].normal_form for word in words}
    first["нашли"] = "найти"  # which the dictionary holds to be an order: «send!»
    assert {word: likeliest(word)[2] for word in words} == first
