"""Names of the gazetteer in all their cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.compiled_names import compile_name, match_name
from pipeline.mentions.matching import name_index


def matches(name: str, text: str, *, exact: bool = False) -> set[str]:
    words = text.split()
    return set(match_name(compile_name(name, exact=exact), words, 0))


@pytest.mark.parametrize(
    ("name", "text", "case"),
    [
        ("Минск", "Минском", "ablt"),
        ("Республика Беларусь", "Республикой Беларусь", "ablt"),
        ("Республика Карелия", "Республике Карелии", "datv"),
        ("Совет министров иностранных дел", "Советом министров иностранных дел", "ablt"),
        ("Евразийская экономическая комиссия", "Евразийской экономической комиссии", "gent"),
        ("Нижний Новгород", "Нижнем Новгороде", "loct"),
        ("Милли Меджлис", "Милли Меджлиса", "gent"),
        ("Жогорку Кенеш", "Жогорку Кенеша", "gent"),
        ("Кишинёв", "Кишиневе", "loct"),
        ("Чебоксары", "Чебоксарах", "loct"),
    ],
)
def test_a_name_is_found_in_its_case(name, text, case):
    assert case in matches(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Совет министров иностранных дел", "Совет министру иностранных дел"),  # the tail never declines
        ("Центральная Азия", "Центральной Азию"),  # the cases disagree
        ("Минск", "минск"),
        ("Содружество", "содружество"),
    ],
)
def test_what_is_no_form_of_the_name_is_not_found(name, text):
    assert not matches(name, text)


@pytest.mark.parametrize(
    ("text", "found"), [("МИД", True), ("МИДа", True), ("МИДом", True), ("мид", False), ("МИДж", False)]
)
def test_abbreviations_match_as_written_or_with_an_ending(text, found):
    assert bool(matches("МИД", text, exact=True)) is found


def test_a_shared_name_gives_all_its_bearers():
    found = next(match for match in name_index().find(["СМИД"]))
    assert {entry.key for entry in found.entries} >= {"body-odkb-smid", "body-sng-smid"}


@given(
    st.lists(
        st.sampled_from(["Минске", "СКБ", "ОДКБ", "Совета", "коллективной", "безопасности", ",", "в"]), max_size=30
    )
)
def test_matches_lie_inside_the_words(words):
    for match in name_index().find(words):
        assert 0 <= match.first < match.last <= len(words)
