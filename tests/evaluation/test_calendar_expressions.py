"""What no calendar knows is told from calendar expressions by the span alone."""

import pytest

from pipeline.evaluation.calendar_expressions import why_no_calendar_expression

NONE = [
    ("два года", "length"),
    ("в течение 12 часов", "length"),
    ("на полтора года", "length"),
    ("за последние сто лет", "length"),
    ("1 год 5 месяцев", "length"),
    ("за день до", "length"),
    ("каждые три года", "frequency"),
    ("в день", "frequency"),
    ("несколько дней назад", "uncounted"),
    ("спустя много лет", "uncounted"),
    ("на днях", "vague"),
    ("в настоящее время", "vague"),
    ("23-летний", "age or length"),
    ("в текущем сезоне", "own count"),
]
CALENDAR = [
    "20 ноября", "в 2019 году", "в 98 году", "в пятницу", "вчера", "два года назад", "через неделю", "в прошлом месяце",
    "в 5 часов", "в сезоне 2019", "на следующей неделе", "утром", "в XIX веке", "90-е годы", "год назад", "12:30",
]  # fmt: skip


@pytest.mark.parametrize(("span", "reason"), NONE)
def test_no_calendar_expression(span, reason):
    assert why_no_calendar_expression(span) == reason


@pytest.mark.parametrize("span", CALENDAR)
def test_calendar_expression(span):
    assert why_no_calendar_expression(span) == ""


def test_a_number_in_a_name_is_known_by_what_stands_before_it():
    assert why_no_calendar_expression("19", "вирус COVID-") == "part of a name"
    assert why_no_calendar_expression("19", "приехал 17 и ") == ""
