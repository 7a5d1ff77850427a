"""Bounds and validity of EDTF values."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import edtf

BOUNDS = [
    ("2023-11-20", "2023-11-20", "2023-11-20"),
    ("2023-11-30T11:00", "2023-11-30", "2023-11-30"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2022", "2022-01-01", "2022-12-31"),
    ("198X", "1980-01-01", "1989-12-31"),
    ("18XX", "1800-01-01", "1899-12-31"),
    ("2021-21", "2021-03-01", "2021-05-31"),
    ("2021-24", "2021-12-01", "2022-02-28"),
    ("2021-36", "2021-10-01", "2021-12-31"),
    ("2021-41", "2021-07-01", "2021-12-31"),
    ("2023-W47", "2023-11-20", "2023-11-26"),
    ("2023-11-22/2023-11-23", "2023-11-22", "2023-11-23"),
    ("2016/2020", "2016-01-01", "2020-12-31"),
    ("2010/..", "2010-01-01", None),
    ("../2023-12-01", None, "2023-12-01"),
    ("XXXX-11-20", None, None),
    ("XXXX-11", None, None),
    ("-03XX", None, None),
    ("", None, None),
]
WRONG = [
    "2023-13",
    "2023-02-29",
    "2023-11-20T25:00",
    "20.11.2023",
    "2023-11-23/2023-11-22",
    "2023-W60",
    "сегодня",
    "2023-XX",
]
PRECISIONS = [
    ("2023-11-20T09:00", "minute"), ("2023-11-20", "day"), ("2023-W47", "week"), ("2023-11", "month"),
    ("2023-34", "quarter"), ("2023-22", "season"), ("2023-40", "half"), ("2023", "year"), ("197X", "decade"),
    ("18XX", "century"), ("2016/2020", "range"), ("XXXX-11-20", "day"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "earliest", "latest"), BOUNDS)
def test_bounds(value, earliest, latest):
    found = tuple(day.isoformat() if day else None for day in edtf.bounds(value))
    assert found == (earliest, latest)


@pytest.mark.parametrize("value", WRONG)
def test_what_is_no_date_is_refused(value):
    assert not edtf.is_valid(value)
    with pytest.raises(ValueError, match=r"."):
        edtf.bounds(value)


@pytest.mark.parametrize(("value", "name"), PRECISIONS)
def test_precision(value, name):
    assert edtf.precision(value) == name


@given(st.dates())
def test_every_day_is_its_own_bounds(day):
    assert edtf.bounds(day.isoformat()) == (day, day)


@given(st.dates(), st.dates())
def test_a_range_is_valid_exactly_where_it_runs_forward(first, second):
    assert edtf.is_valid(f"{first}/{second}") == (first <= second)


@given(st.text(max_size=24))
def test_any_text_is_valid_or_refused(text):
    if edtf.is_valid(text):
        earliest, latest = edtf.bounds(text)
        assert earliest is None or latest is None or earliest <= latest
        assert isinstance(earliest, dt.date | None)
