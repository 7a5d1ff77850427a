"""Dates of publication as dumps write them."""

import datetime as dt

import pytest

from pipeline.readers.metadata import parse_published

DAY = dt.date(2023, 11, 21)


@pytest.mark.parametrize(
    "value",
    [
        "2023-11-21",
        "2023-11-21T23:59:00+03:00",
        "2023-11-21T00:10:00-08:00",
        "2023-11-21 18:05:11",
        "2023/11/21",
        "2023.11.21 18:05",
        "20231121",
        "20231121T180511Z",
        "21.11.2023",
        "21.11.2023, 18:05",
        "18:05 21.11.2023",
        "21/11/2023",
        "21.11.23",
        "21.11.23 18:05",
        "21 ноября 2023",
        "18:05, 21 ноября 2023 года",
        "Tue, 21 Nov 2023 23:05:11 +0300",
        "21 Nov 2023 18:05:11 GMT",
        1700589900,
        "1700589900",
        1700589900000,
        1700589900.25,
    ],
)
def test_the_day_is_the_one_written(value):
    assert parse_published(value) == DAY


@pytest.mark.parametrize(
    "value",
    [None, "", "вчера", "2023-13-45", "31.02.2023", "11:45", "5", 2023, True, "n/a", "x" * 5000,
     "0001-01-01T00:00:00", "01.01.0001", "9999-12-31"],
)  # fmt: skip
def test_anything_else_is_unknown(value):
    assert parse_published(value) is None
