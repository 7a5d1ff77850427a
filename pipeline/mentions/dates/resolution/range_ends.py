"""A closed range, whose ends complete each other: «с понедельника до 17 марта», «с 23:00 до 5:00»."""

from __future__ import annotations

import datetime as dt

from pipeline.mentions.dates.candidates import around_day, first_from, last_until
from pipeline.mentions.dates.resolution.anchors import Found
from pipeline.mentions.dates.resolution.bare import yearless
from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.resolution.single import resolve_timed
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf


def resolve_range(start: CalendarValue, end: CalendarValue, context: Context) -> Found:
    """The end that says more is resolved first and the other counted from it."""
    if not _anchored(start) and (_anchored(end) or _under_way(start, end, context)):
        last, anchor = resolve_timed(end, context)
        first = _beside(start, last, before=True)
    else:
        first, anchor = resolve_timed(start, context)
        last = resolve_timed(end, context)[0] if _anchored(end) else _beside(end, first, before=False)
    text = f"{_side(first, 0)}/{_side(last, -1)}" if first and last else first or last
    return (text if edtf.is_valid(text) else first), anchor


def _under_way(start: CalendarValue, end: CalendarValue, context: Context) -> bool:
    """«приедет с 12 по 14 марта», told on the 13th: what is still to come need only end later."""
    return context.outlook == "future" and start.day is not None and end.day is not None


def _anchored(value: CalendarValue) -> bool:
    return value.has_year or value.deictic or value.century is not None or value.decade is not None


def _beside(value: CalendarValue, other: str, *, before: bool) -> str:
    """A bare end of a range: the nearest of its readings that keeps the range in order."""
    earliest, latest = edtf.bounds(other)
    day = earliest if before else latest
    if value.level in {"clock", "part"}:
        day, start = earliest, other[11:16]
        clock = f"{value.hour or 0:02}:{value.minute or 0:02}"
        if day and not before and clock < start and (value.hour or 0) < 24:
            day += dt.timedelta(days=1)  # «с 23:00 до 5:00»
        return f"{day}T{clock}" if day and (value.hour or 0) < 24 else ""
    if day is None:
        return yearless(value)
    if before:
        return _with_hour(last_until(around_day(value, day), day), value)
    return _with_hour(first_from(around_day(value, earliest or day), day), value)


def _with_hour(text: str, value: CalendarValue) -> str:
    if value.hour is None or value.hour > 23 or len(text) != 10:
        return text
    return f"{text}T{value.hour:02}:{value.minute or 0:02}"


def _side(value: str, index: int) -> str:
    return value.split("/")[index]
