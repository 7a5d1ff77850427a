"""«второй вторник октября», «последние выходные года»: one of the days or weeks of a month or year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf

_NEAR = 4  # sentences


def month_of(value: CalendarValue) -> CalendarValue:
    """The month or year of «второй вторник октября», «последние выходные года»."""
    unit = "" if value.unit == "week" else value.unit
    return replace(value, nth=None, weekday=None, weekend=False, unit=unit)


def day_of_range(value: CalendarValue, context: Context) -> str:
    """«19–20 апреля министр был в Белграде. В первый день прошла беседа»: empty where no such range was told."""
    told = context.last
    if told is None or told.precision != "range" or context.sentence - told.sentence > _NEAR or value.nth is None:
        return ""
    day = told.earliest + dt.timedelta(days=value.nth - 1)
    return day.isoformat() if told.earliest < told.latest and told.earliest <= day <= told.latest else ""


def nth_day(value: CalendarValue, month: str) -> str:
    """«последнее воскресенье марта», «последний день октября»; empty where the month has no such day."""
    first, last = edtf.bounds(month)
    if first is None or last is None:
        return ""
    days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    nth = value.nth or 0
    if value.unit == "week" or value.weekend:
        return _nth_week(days, nth, 6 if value.weekend else 1)
    fitting = [day for day in days if value.weekday is None or day.isoweekday() == value.weekday]
    return fitting[nth if nth < 0 else nth - 1].isoformat() if abs(nth) <= len(fitting) and nth else ""


def _nth_week(days: Sequence[dt.date], nth: int, weekday: int) -> str:
    """From its Monday, or of a weekend its Saturday, to Sunday: those that lie in the month as a whole."""
    length = dt.timedelta(days=7 - weekday)
    weeks = [f"{day}/{day + length}" for day in days if day.isoweekday() == weekday and day + length <= days[-1]]
    return weeks[nth if nth < 0 else nth - 1] if abs(nth) <= len(weeks) and nth else ""
