"""So many units away from a day, or the last or next unit: «пять дней назад», «в прошлом году»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from pipeline.mentions.dates.candidates import in_years
from pipeline.mentions.dates.values import CalendarValue


def count_from(value: CalendarValue, day: dt.date) -> str:
    """A shift from a day that is said: two days before the New Year."""
    return UNITS[value.unit](value, day) if value.unit in UNITS else ""


def _days(value: CalendarValue, base: dt.date) -> str:
    return _moved(base, (value.shift or 0) + (value.step or 0))


def _moved(base: dt.date, days: int) -> str:
    try:
        return (base + dt.timedelta(days=days)).isoformat()
    except OverflowError:
        return ""


def _weeks(value: CalendarValue, base: dt.date) -> str:
    if value.shift is not None:
        return _moved(base, 7 * value.shift)
    monday = base + dt.timedelta(days=7 * (value.step or 0) - base.weekday())
    if value.weekday is not None:
        return _moved(monday, value.weekday - 1)
    return f"{monday}/{monday + dt.timedelta(days=6)}"


def _months(value: CalendarValue, base: dt.date) -> str:
    year, month = divmod(base.year * 12 + base.month - 1 + (value.shift or 0) + (value.step or 0), 12)
    return _first(in_years(CalendarValue(month=month + 1, day=value.day), [year]))


def _months_and_half(value: CalendarValue, base: dt.date) -> str:
    """«полтора месяца назад» lies in the month of the day 45 days away."""
    return _moved(base, 45 * (value.shift or 0))[:7]


def _parts(length: int, code: int) -> Callable[[CalendarValue, dt.date], str]:
    """Quarters (3 months, codes from 33) and half-years (6 months, codes from 40)."""

    def parts(value: CalendarValue, base: dt.date) -> str:
        count = 12 // length
        index = base.year * count + (base.month - 1) // length + (value.shift or 0) + (value.step or 0)
        return _first(in_years(CalendarValue(period=code + index % count), [index // count]))

    return parts


def _years(value: CalendarValue, base: dt.date) -> str:
    return _first(in_years(value, [base.year + (value.shift or 0) + (value.step or 0)]))


def _decades(value: CalendarValue, base: dt.date) -> str:
    if value.shift is not None:
        return _first(in_years(CalendarValue(), [base.year + 10 * value.shift]))
    decade = base.year // 10 + (value.step or 0)
    return f"{decade:03}X" if 0 <= decade < 1000 else ""


def _centuries(value: CalendarValue, base: dt.date) -> str:
    if value.shift is not None:
        return _first(in_years(CalendarValue(), [base.year + 100 * value.shift]))
    century = (base.year - 1) // 100 + (value.step or 0)
    if value.half is not None and 0 <= century < 99:
        return half_of_century(century, value.half)
    return f"{century:02}XX" if 0 <= century < 100 else ""


def half_of_century(century: int, half: int) -> str:
    """«первая половина XX века» (whose years begin with 19) is 1901 to 1950."""
    return f"{century:02}01/{century:02}50" if half == 1 else f"{century:02}51/{century + 1:02}00"


def _first(options: list[str]) -> str:
    return options[0] if options else ""


UNITS: Mapping[str, Callable[[CalendarValue, dt.date], str]] = {
    "day": _days,
    "week": _weeks,
    "month": _months,
    "month_and_half": _months_and_half,
    "quarter": _parts(3, 33),
    "half": _parts(6, 40),
    "year": _years,
    "decade": _decades,
    "century": _centuries,
}
