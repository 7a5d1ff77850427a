"""Titles and dates as a reader writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.events.titles import event_title, readable_date

TITLES = [
    ("Встреча", ["Анна Лин", "Пётр Гай"], "Минск", "2023-11-20", "Встреча: Анна Лин, Пётр Гай; Минск, 20.11.2023"),
    ("Заседание", [], "", "2022-11", "Заседание: 11.2022"),
    ("Визит", ["Анна Лин"], "Баку", "", "Визит: Анна Лин; Баку"),
    ("Протест", [], "", "", "Протест"),
    ("Суд", ["А", "Б", "В", "Г", "Д"], "", "", "Суд: А, Б, В, Г и др."),
]
DATES = [
    ("2023-11-20", "20.11.2023"),
    ("2023-11", "11.2023"),
    ("2023", "2023"),
    ("2023-21", "2023-21"),
    ("2023-11-20T10:30", "20.11.2023 10:30"),
    ("2023-11-22/2023-11-23", "22.11.2023 – 23.11.2023"),
    ("2023-04-12/..", "с 12.04.2023"),
    ("../2023-10-25", "до 25.10.2023"),
    ("", ""),
]


@pytest.mark.parametrize(("label", "who", "place", "date", "title"), TITLES)
def test_title(label, who, place, date, title):
    assert event_title(label, who, place, date) == title


@pytest.mark.parametrize(("edtf", "readable"), DATES)
def test_readable_date(edtf, readable):
    assert readable_date(edtf) == readable


@given(st.dates())
def test_a_day_keeps_its_numbers(day):
    assert readable_date(day.isoformat()) == f"{day.day:02}.{day.month:02}.{day.year:04}"
