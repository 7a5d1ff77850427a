"""One date, no range: its day, by what is said of it, and its hour."""

from __future__ import annotations

import datetime as dt

from pipeline.mentions.dates.resolution.anchors import Found
from pipeline.mentions.dates.resolution.bare import resolve_bare
from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.resolution.deictic import resolve_deictic
from pipeline.mentions.dates.resolution.explicit import resolve_explicit
from pipeline.mentions.dates.resolution.nth import day_of_range, month_of, nth_day
from pipeline.mentions.dates.resolution.part_of_year import same_part
from pipeline.mentions.dates.resolution.units import count_from
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf


def resolve_timed(value: CalendarValue, context: Context) -> Found:
    """Value and anchor of one date, to the minute where its hour is said."""
    text, anchor = resolve_single(value, context)
    if value.hour is None or len(text) != 10 or text.startswith("X"):
        return text, anchor
    hour, day = value.hour, dt.date.fromisoformat(text)
    if hour == 24 or (value.part == "midnight" and value.day is None):
        over = value.hour == 0 and context.outlook == "past" and day == context.published
        hour, day = 0, day + dt.timedelta(days=0 if over else 1)
    return f"{day}T{hour:02}:{value.minute or 0:02}", anchor


def resolve_single(value: CalendarValue, context: Context) -> Found:
    """Value and anchor of one date, whatever its hour."""
    if value.nth is not None:
        return _resolve_nth(value, context)
    if value.origin is not None:
        day, anchor = resolve_single(value.origin, context)
        origin = edtf.bounds(day)[0] if day else None
        return (count_from(value, origin), anchor) if origin else ("", "none")
    if value.event:
        return (count_from(value, context.event), "document") if context.event else ("", "none")
    said = resolve_explicit(value, context)
    part = same_part(value, context) if value.base == "part" else ""
    if part or said is not None:
        return (part, "document") if part else (said or "", "explicit")
    if value.deictic and value.level != "clock":
        return resolve_deictic(value, context)
    return resolve_bare(value, context)


def _resolve_nth(value: CalendarValue, context: Context) -> Found:
    """«второй вторник октября», «в первый день» of a range."""
    if value.base == "range":
        return day_of_range(value, context), "document"
    month, anchor = resolve_single(month_of(value), context)
    return nth_day(value, month), anchor
