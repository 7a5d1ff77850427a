"""Ids survive every loader and never collide."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.ids import encode_id, event_id, mention_id, numbered


def test_a_plain_id_stays_as_it_is():
    assert encode_id("odkb-2022-04-12") == "odkb-2022-04-12"


def test_signs_that_loaders_drop_are_spelled_out():
    assert encode_id("a_b") == "a.5f.b"
    assert mention_id("a/1", 3, 9, "state_or_province") == "a.2f.1-m3-9-stateorprovince"


@given(st.text(max_size=200))
def test_every_id_uses_safe_signs_only(doc_id):
    assert re.fullmatch(r"[A-Za-z0-9.-]*", encode_id(doc_id))


@given(st.text(max_size=60), st.text(max_size=60))
def test_different_documents_have_different_ids(first, second):
    assert (encode_id(first) == encode_id(second)) == (first == second)


def test_two_events_of_one_trigger_are_numbered():
    seen: dict[str, int] = {}
    identifier = event_id("d", 5, 14, "session")
    assert [numbered(identifier, seen) for _ in range(3)] == [
        "d-v5-14-session",
        "d-v5-14-session-2",
        "d-v5-14-session-3",
    ]
