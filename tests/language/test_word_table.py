"""Words and their numbers, without the words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.word_table import WordTable


def test_each_word_has_its_place_and_a_strange_one_none():
    table = WordTable(["мир", "труд", "май"])
    assert [table.number(word) for word in ("мир", "труд", "май")] == [0, 1, 2]
    assert table.number("июнь") is None
    assert "труд" in table
    assert "Труд" not in table


def test_of_a_word_that_comes_twice_the_later_place_counts():
    assert WordTable(["мир", "труд", "мир"]).number("мир") == 2


def test_the_empty_word_is_a_word_like_others():
    assert WordTable([]).number("мир") is None
    assert WordTable(["мир"]).number("") is None
    assert WordTable(["мир", ""]).number("") == 1


@given(st.lists(st.text(), unique=True), st.text())
def test_it_answers_as_a_dictionary_would(words, asked):
    table, dictionary = WordTable(words), {word: number for number, word in enumerate(words)}
    assert [table.number(word) for word in words] == list(dictionary.values())
    assert table.number(asked) == dictionary.get(asked)
