"""Values in the Extended Date/Time Format (ISO 8601-2), as far as the records use it.

Day `2023-11-20`, minute `2023-11-30T11:00`, month `2022-11`, year `2022`, decade `198X`, century `18XX`, season
`2021-21`…`-24`, quarter `-33`…`-36`, half-year `-40`, `-41`, ISO week `2023-W47`, range `A/B`, open range `A/..`,
`../B`, and `XXXX-11-20` or `XXXX-11` where the year is unknown.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

Bounds = tuple[dt.date | None, dt.date | None]

# First month and length in months. Winter is counted to the year in which it begins.
PERIODS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
_SINGLE = re.compile(
    r"(?P<bce>-?)(?:(?P<century>\d\d)XX|(?P<decade>\d{3})X|(?P<year>\d{4}|XXXX)"
    r"(?:-W(?P<week>\d\d)|-(?P<month>\d\d|XX)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d):(?P<minute>\d\d))?)?)?)"
)
_FIELDS = {"century": "century", "decade": "decade", "week": "week", "minute": "minute", "day": "day"}


@lru_cache(maxsize=10_000)
def bounds(value: str) -> Bounds:
    """First and last day that a value can mean.

    Returns:
        `None` on a side that is open, unknown or outside the years 1 to 9999; (None, None) for an empty value.

    Raises:
        ValueError: `value` is not in the format.
    """
    if not value:
        return None, None
    if "/" not in value:
        return _single_bounds(value)
    first, second = value.split("/", 1)
    earliest = None if first == ".." else _single_bounds(first)[0]
    latest = None if second == ".." else _single_bounds(second)[1]
    if earliest and latest and latest < earliest:
        raise ValueError(f"EDTF range runs backwards: {value!r}")
    return earliest, latest


def is_valid(value: str) -> bool:
    """Whether `value` is a well-formed value of an existing day, month, year, …; the empty string is none."""
    try:
        bounds(value)
    except ValueError:
        return False
    return bool(value) and value != "../.."


@lru_cache(maxsize=10_000)
def precision(value: str) -> str:
    """Name of the finest unit: minute, day, week, month, quarter, season, half, year, decade, century or range."""
    if "/" in value:
        return "range"
    if _is_plain_day(value):
        return "day"
    found = _parsed(value)
    named = next((name for field, name in _FIELDS.items() if found[field]), "")
    if named:
        return named
    if not found["month"]:
        return "year"
    month = found["month"]
    if month == "XX" or int(month) <= 12:
        return "month"
    return "season" if int(month) < 30 else "quarter" if int(month) < 40 else "half"


def _parsed(value: str) -> dict[str, str | None]:
    found = _SINGLE.fullmatch(value)
    if not found:
        raise ValueError(f"not an EDTF value: {value!r}")
    return found.groupdict()


def _is_plain_day(value: str) -> bool:
    return len(value) == 10 and value[:4].isdigit() and value[5].isdigit()


def _single_bounds(value: str) -> Bounds:
    if not _is_plain_day(value):
        return _read_bounds(value)
    day = dt.date.fromisoformat(value)  # a tenth of the time, and most values are days
    return day, day


def _read_bounds(value: str) -> Bounds:
    found = _parsed(value)
    if found["minute"] and not (int(found["hour"] or 0) < 24 and int(found["minute"]) < 60):
        raise ValueError(f"no such time: {value!r}")
    if found["bce"]:
        return None, None
    if found["century"]:
        return _years(int(found["century"]) * 100, 100)
    if found["decade"]:
        return _years(int(found["decade"]) * 10, 10)
    if found["year"] == "XXXX":
        _check_yearless(found["month"], found["day"])
        return None, None
    year = int(found["year"] or 0)
    if found["week"]:
        monday = dt.date.fromisocalendar(year, int(found["week"]), 1)
        return monday, monday + dt.timedelta(days=6)
    return _within_year(year, found["month"], found["day"])


def _within_year(year: int, month: str | None, day: str | None) -> Bounds:
    if month is None:
        return _years(year, 1)
    if month == "XX":
        raise ValueError("a month is left out only where the year is unknown")
    number = int(month)
    if day is not None:
        date = dt.date(year, number, int(day))
        return date, date
    if number > 12 and number not in PERIODS:
        raise ValueError(f"no such part of a year: {month}")
    first, length = PERIODS.get(number, (number, 1))
    return months(year, first, length)


def months(year: int, first: int, length: int) -> Bounds:
    """First and last day of `length` months from month `first` (1 to 12) of `year`."""
    last = first + length - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    days = calendar.monthrange(end_year, end_month)[1]
    return dt.date(year, first, 1), dt.date(end_year, end_month, days)


def _years(year: int, length: int) -> Bounds:
    last = year + length - 1
    return (dt.date(year, 1, 1) if year >= 1 else None), (dt.date(last, 12, 31) if last >= 1 else None)


def _check_yearless(month: str | None, day: str | None) -> None:
    if day is not None:
        dt.date(2000, 1 if month == "XX" else int(month or 0), int(day))
    elif month not in {None, "XX"} and int(month or 0) not in {*range(1, 13), *PERIODS}:
        raise ValueError(f"no such month: {month}")
