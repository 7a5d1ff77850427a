"""Numbers as facts."""

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.events.counts import find_progress, number_of

VOCAB = spacy.blank("ru").vocab


def doc_of(text: str, lemmas: str = "") -> Doc:
    words = text.split()
    return Doc(VOCAB, words=words, lemmas=lemmas.split() if lemmas else [w.lower() for w in words])


@pytest.mark.parametrize(
    ("word", "number"), [("34", 34), ("трое", 3), ("двадцать", 20), ("четыреста", 400), ("мост", None), ("5,9", None)]
)
def test_number_of(word, number):
    assert number_of(doc_of(word)[0]) == number


@pytest.mark.parametrize(("word", "number", "count"), [("тысяча", "Sing", 1000), ("тысячи", "Plur", None)])
def test_a_thousand_is_a_number_and_thousands_are_none(word, number, count):
    doc = Doc(VOCAB, words=[word], lemmas=["тысяча"], pos=["NOUN"], morphs=[f"Number={number}"])
    assert number_of(doc[0]) == count


def test_progress_counts_what_is_left():
    doc = doc_of("из 20 пунктов 18 выполнены", "из 20 пункт 18 выполнить")
    assert [(a.role, a.value) for a in find_progress(doc, 0, len(doc))] == [
        ("total", "20"),
        ("done", "18"),
        ("not_done", "2"),
    ]


def test_progress_needs_a_part_no_greater_than_the_whole():
    doc = doc_of("из 12 пунктов 32 выполнены", "из 12 пункт 32 выполнить")
    assert find_progress(doc, 0, len(doc)) == ()


def test_progress_needs_a_verb_of_carrying_out():
    doc = doc_of("из 12 домов 3 красные", "из 12 дом 3 красный")
    assert find_progress(doc, 0, len(doc)) == ()
