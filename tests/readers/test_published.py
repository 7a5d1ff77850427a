"""The day of publication that a page itself tells."""

import datetime as dt

import pytest

from pipeline.language.layout import find_lines
from pipeline.readers.published import find_published

TOLD = [
    ("Итоги недели\n\n21.11.2023\n\nВ Пинске открыли мост.", "2023-11-21"),
    ("Итоги недели\n\n08.02.2023 14:35\n\nВ Пинске открыли мост.", "2023-02-08"),
    ("Итоги недели\n\n4.03.2025 | Здоровье\n\nВ Пинске открыли мост.", "2025-03-04"),
    ("Итоги недели\n\n26 февраля 2025 г., 18:20\n\nВ Пинске открыли мост.", "2025-02-26"),
    ("Итоги недели\n\nОпубликовано 24 декабря 2021 в 12:30\n\nВ Пинске открыли мост.", "2021-12-24"),
    ("Итоги недели\n\n2023-11-21\n\nВ Пинске открыли мост.", "2023-11-21"),
    ("Гродно. 21.08.2019. «Вести»\n\nМост открыт.\n\nДвижение начнётся завтра.", "2019-08-21"),
    ("МИНСК, 20 ноября 2023 — «Вести». Мост открыт.\n\nДвижение начнётся завтра.", "2023-11-20"),
    ("Мост открыт\n\nСТОЛБУНЬ (Гомельская область), 14 июля 2021 г. — Мост открыт.\n\nДа.", "2021-07-14"),
    ("Мост открыт\n\nСанкт-Петербург. 15 марта 2021 года. Движение начнётся завтра.", "2021-03-15"),
    ("Мост открыт\n\n15 марта 2021 года, Пинск. Движение начнётся завтра.", "2021-03-15"),
    ("Мост открыт\n\nАСТАНА, 3 марта 2023 года /«Вестник»/. Движение начнётся завтра.", "2023-03-03"),
    ("Мост открыт\n\nДвижение начнётся завтра.\n\nОпубликовано: 22.05.2023", "2023-05-22"),
    ("Мост открыт\n\nОбновлено 23.05.2023\n\nОпубликовано 22.05.2023\n\nДвижение начнётся.", "2023-05-22"),
]
STORIES = [
    "Мост открыт\n\n20 ноября 2023 года в Пинске открыли мост.",
    "Мост открыт\n\nВ Пинске 20 ноября 2023 года открыли мост.",
    "Мост открыт\n\nМИНСК, 20 ноября — «Вести». Мост открыт.",
    "Мост открыт\n\n20 ноября\n\nДвижение начнётся завтра.",
    "Мост открыт\n\nПриказ от 11.03.2020 отменён, сообщили в Пинске.",
    "Мост открыт\n\n31.02.2023\n\nДвижение начнётся завтра.",
    "Мост открыт\n\nВчера, 20 ноября 2023 года, в Пинске открыли мост.",
    "Мост открыт\n\nПинск 20 ноября 2023 года получил мост.",
    "Крепость\n\nБРЕСТ, 22 июня 1941 года. Война началась на рассвете.",
]
PATHS = [
    ("https://vesti.example/2023/11/21/most", "2023-11-21"),
    ("https://vesti.example/news/20231121/most.html", "2023-11-21"),
    ("https://vesti.example/?p=http://vesti.example/city/2018-03-22/8_most.html", "2018-03-22"),
    ("https://vesti.example/21.11.2023/most", "2023-11-21"),
    ("https://vesti.example/2023/11/most", None),
    ("https://vesti.example/20231399/most", None),
    ("https://vesti.example/most-120231121", None),
    ("https://vesti.example/2023/11/21/itogi-2022-12-31", None),
]
FILES = [("2023-11-21_most.txt", "2023-11-21"), ("20231121.txt", "2023-11-21"), ("most-48.txt", None)]


def published(text, **paths):
    day, origin = find_published(text, find_lines(text), **paths)
    return (day.isoformat() if day else None), origin


@pytest.mark.parametrize(("text", "day"), TOLD)
def test_date_line_or_dateline_tells(text, day):
    assert published(text) == (day, "text")


@pytest.mark.parametrize("text", STORIES)
def test_day_of_the_story_never_counts(text):
    assert published(text) == (None, "")


@pytest.mark.parametrize(("url", "day"), PATHS)
def test_address(url, day):
    assert published("Мост открыт.", url=url) == (day, "url" if day else "")


@pytest.mark.parametrize(("name", "day"), FILES)
def test_file_name(name, day):
    assert published("Мост открыт.", file_name=name) == (day, "file" if day else "")


def test_text_goes_before_address_and_address_before_file():
    text = "Мост открыт\n\n21.11.2023\n\nДвижение начнётся завтра."
    paths = {"url": "https://vesti.example/2023/11/22/most", "file_name": "2023-11-23.txt"}
    assert published(text, **paths) == ("2023-11-21", "text")
    assert published("Мост открыт.", **paths) == ("2023-11-22", "url")


def test_day_is_a_date():
    assert find_published("", (), file_name="2024-02-29.txt") == (dt.date(2024, 2, 29), "file")
