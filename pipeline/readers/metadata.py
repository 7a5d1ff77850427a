"""The day of publication as a dump's metadata writes it."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?=$|[\sTt_,])")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?=$|[Tt ]?\d{4,6}Z?$)")
_RUSSIAN = re.compile(r"(?:\d{1,2}:\d\d(?::\d\d)?,?\s+)?(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?=$|[\s,T])")
_SHORT = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d\d)(?=$|[\s,T])")
_PIVOT = 70  # the first of the years that are short for 19..
_WORDS = re.compile(r"(?:\d{1,2}:\d\d(?::\d\d)?,?\s+)?(\d{1,2})\s+([а-яё]+)\.?\s+(\d{4})", re.IGNORECASE)
_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_FIRST_YEAR, _LAST_YEAR = 1600, 2199  # outside them a program wrote «no day»: 0001-01-01, 9999-12-31
_EPOCH = re.compile(r"-?\d{9,10}(?:\.\d+)?|\d{12,13}")


def parse_published(value: str | int | float | None) -> dt.date | None:
    """The day that a date or a time stamp names, as written: no time zone moves it.

    Knows ISO 8601, RFC 2822, `21.11.2023 18:05`, `21.11.23`, `18:05, 21 ноября 2023`, `20231121` and seconds or
    milliseconds since 1970 (in UTC). Anything else is `None`, and so is a year before newspapers or long after us.
    """
    text = str(value).strip() if value is not None and not isinstance(value, bool) else ""
    if not text:
        return None
    for parse in (_iso, _compact, _russian, _short, _words, _rfc2822, _epoch):
        day = parse(text)
        if day:
            return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None
    return None


def _iso(text: str) -> dt.date | None:
    """`2023-11-21T18:05:00+03:00`."""
    found = _ISO.match(text)
    return _day(*found.groups()) if found else None


def _compact(text: str) -> dt.date | None:
    """`20231121` and `20231121T180500Z`."""
    found = _COMPACT.match(text)
    return _day(*found.groups()) if found else None


def _russian(text: str) -> dt.date | None:
    """`21.11.2023 18:05` and `18:05 21.11.2023`."""
    found = _RUSSIAN.match(text)
    return _day(*reversed(found.groups())) if found else None


def _short(text: str) -> dt.date | None:
    """`21.11.23`."""
    found = _SHORT.match(text)
    if not found:
        return None
    day, month, year = map(int, found.groups())
    return _day(year + (1900 if year >= _PIVOT else 2000), month, day)


def _words(text: str) -> dt.date | None:
    """`18:05, 21 ноября 2023`."""
    found = _WORDS.match(text)
    if not found:
        return None
    word = found[2].lower()
    month = next((number for number, stem in enumerate(_MONTHS, start=1) if word.startswith(stem)), 0)
    return _day(found[3], month, found[1])


def _rfc2822(text: str) -> dt.date | None:
    """`Tue, 21 Nov 2023 18:05:00 +0300`."""
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def _epoch(text: str) -> dt.date | None:
    """`1700589900` and `1700589900000`."""
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text)
    try:
        return dt.datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _day(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
