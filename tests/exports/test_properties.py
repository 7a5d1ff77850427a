"""What holds for any text and any id."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.exports.ftm.draft import article_id, entity_id
from pipeline.writers.csv_tables import FORMULA, as_it_was, fit_cell, harmless


@given(st.text(max_size=20), st.integers(1, 40_000))
def test_any_cell_fits_a_spreadsheet_and_is_no_formula(text, times):
    cell = harmless(text) * times if times > 1000 else harmless(text)
    assert len(fit_cell(cell).encode("utf-16-le", "replace")) // 2 <= 32_767
    assert not harmless(text).startswith(FORMULA) or harmless(text).lstrip("+-").replace(".", "", 1).isdecimal()


@given(st.text(max_size=20).filter(lambda text: not text.startswith("'")))
def test_what_was_made_harmless_comes_back(text):
    assert as_it_was(harmless(text)) == text


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_ids_for_followthemoney_are_its_own_and_stay_different(first, second):
    pattern = r"[0-9a-zA-Z]([0-9a-zA-Z-]*[0-9a-zA-Z])?"
    assert re.fullmatch(pattern, article_id(first))
    assert (article_id(first) == article_id(second)) == (first == second)


@given(st.from_regex(r"[a-z0-9.-]{1,12}", fullmatch=True), st.from_regex(r"[a-z0-9.-]{1,12}", fullmatch=True))
def test_ids_of_entities_stay_different(first, second):
    assert (entity_id(first) == entity_id(second)) == (first == second)
