"""The days that a value without a year can mean, and the choice among them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dateutil.easter import EASTER_ORTHODOX, easter

from pipeline.mentions.dates.outlook.word import Outlook
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf

_EASTER = 326  # first year of which the table of Easter tells
_AHEAD = {"planned": 0.5, "present": 0.6, "none": 1.6}
_AHEAD_OF_PARTS = {"planned": 0.25, "present": 0.25, "none": 1.6}  # seasons, quarters: whole months separate them
_LAST_MONTH = "12"  # higher numbers behind the year are those of a season, quarter or half
FAR = 300  # days
_YEAR = 366  # days
_DAYS_AGO = 353  # even a sure past yields to a day less than a fortnight ahead
MONTH_AGO = 335  # days ahead of what was a month ago


def render(value: CalendarValue, year: int) -> str:
    """EDTF of a value in a given year, empty where that year has no such day."""
    if value.easter is not None:
        return (easter(year, EASTER_ORTHODOX) + dt.timedelta(days=value.easter)).isoformat() if year >= _EASTER else ""
    if value.month is not None:
        return _day_of(value.month, value.day, year) if value.day is not None else f"{year:04}-{value.month:02}"
    if value.period is not None:
        return f"{year:04}-{value.period}"
    if value.half is not None:
        return f"{year:04}-{39 + value.half}"
    return f"{year:04}"


def _day_of(month: int, day: int, year: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def in_years(value: CalendarValue, years: Sequence[int]) -> list[str]:
    """The value in each of the years that has it."""
    return [text for year in years if 1 <= year <= 9999 and (text := render(value, year))]


def around_day(value: CalendarValue, day: dt.date) -> list[str]:
    """Every reading of a bare value near a day, in order of time; of a weekday or weekend the second is of its week."""
    if value.weekday is not None or value.weekend:
        return [_in_week(value, day + dt.timedelta(days=7 * weeks)) for weeks in (-1, 0, 1)]
    if value.day is not None and value.month is None:
        return _in_months(value.day, day)
    reach = 8 if (value.day, value.month) == (29, 2) else 1 if value.period is None else 2  # winter ends a year later
    return in_years(value, range(day.year - reach, day.year + reach + 1))


def _in_week(value: CalendarValue, day: dt.date) -> str:
    monday = day - dt.timedelta(days=day.weekday())
    if value.weekend:
        return f"{monday + dt.timedelta(days=5)}/{monday + dt.timedelta(days=6)}"
    return (monday + dt.timedelta(days=(value.weekday or 1) - 1)).isoformat()


def _in_months(day: int, near: dt.date) -> list[str]:
    found = []
    for months in (-2, -1, 0, 1, 2):
        year, month = divmod(near.year * 12 + near.month - 1 + months, 12)
        text = render(CalendarValue(month=month + 1, day=day), year)
        if text:
            found.append(text)
    return found


def choose(options: Sequence[str], day: dt.date, outlook: Outlook, *, sure: bool = True, far: int = FAR) -> str:
    """The reading that fits: the last one begun by `day`, the next not yet over, or the nearest.

    A reading a year off (`far` days or more, nearly all of it where the outlook is `sure`) yields to one a few weeks on
    the other side: nobody leaves out the year of a day eleven months away. What is planned, or told in the present,
    lies ahead rather than behind: days ahead count half, those to a season a quarter; where nothing tells, news speak
    rather of what was. No reading of what comes once in four years is too far off.
    """
    known = _known(options)
    rare = len(known) > 1 and (known[1][1] - known[0][1]).days > _YEAR
    if outlook == "past":
        begun = [(text, (day - b).days) for text, a, b in known if a <= day]
        if begun and (rare or (sure and begun[-1][1] < _DAYS_AGO) or begun[-1][1] < far):
            return begun[-1][0]
    elif outlook == "future":
        coming = [(text, (a - day).days) for text, a, b in known if b >= day]
        if coming and (rare or (sure and coming[0][1] < _DAYS_AGO) or coming[0][1] < far):
            return coming[0][0]
    part_of_year = any(text[5:7] > _LAST_MONTH for text in options)
    return _closest(known, day, (_AHEAD_OF_PARTS if part_of_year else _AHEAD).get(outlook, 1.0))


def _known(options: Sequence[str]) -> list[tuple[str, dt.date, dt.date]]:
    spans = [(text, *edtf.bounds(text)) for text in options]
    return [(text, a, b) for text, a, b in spans if a is not None and b is not None]


def _closest(known: Sequence[tuple[str, dt.date, dt.date]], day: dt.date, ahead: float) -> str:
    """The reading closest to a day; days ahead of it count `ahead` times."""
    return min(known, key=lambda k: (k[1] - day).days * ahead if k[1] > day else max(0, (day - k[2]).days))[0]


def first_from(options: Sequence[str], day: dt.date) -> str:
    """The first reading that does not end before `day`."""
    return choose(options, day, "future")


def last_until(options: Sequence[str], day: dt.date) -> str:
    """The last reading that has begun by `day`."""
    return choose(options, day, "past")


def beside(options: Sequence[str], day: dt.date) -> str:
    """The day closest to `day`, where days of its month count half: «3 мая … 20-го» is the 20th of May."""
    return min(
        options, key=lambda text: abs((dt.date.fromisoformat(text) - day).days) * (1 + (text[5:7] != f"{day:%m}"))
    )


def nearest(options: Sequence[str], day: dt.date) -> str:
    """The reading closest to `day`."""
    return _closest(_known(options), day, 1.0)
