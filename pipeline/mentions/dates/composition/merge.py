"""One value from two: a day with its year and its hour, two cues for one day."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import lru_cache

from pipeline.mentions.dates.values import CalendarValue

_FIELDS = tuple((field.name, field.default) for field in fields(CalendarValue))


@lru_cache(maxsize=1 << 14)
def merge_values(first: CalendarValue, second: CalendarValue) -> CalendarValue:
    """One value from two: the calendar day leads, the other cue for it becomes the witness."""
    if first.level == "year" and first.deictic and second.year is not None:
        return second  # «годом раньше, в феврале 2014-го»: the year that is said leads
    pair = (first.level, second.level)
    weeks = _weekday_in_weeks(first, second) or _weekday_in_weeks(second, first)
    if weeks is not None:
        return weeks
    if pair in {("day", "day"), ("day", "day_number"), ("week", "day")}:
        leads = second if second.day is not None or (first.day is None and first.weekday is not None) else first
        other = first if leads is second else second
        return _with_time(replace(leads, witness=replace(other, part="", hour=None, minute=None)), other)
    if "clock" in pair and (first.end or second.end):
        return _clock_range(first, second) if second.end else _clock_range(second, first)
    added = {n: said for n, unsaid in _FIELDS if getattr(first, n) == unsaid != (said := getattr(second, n))}
    return _evening(replace(first, **added))


def _weekday_in_weeks(day: CalendarValue, weeks: CalendarValue) -> CalendarValue | None:
    """«в среду через неделю» is that day of the week ahead; «на прошлой неделе, в среду»."""
    if day.weekday is None or day.deictic or weeks.unit != "week" or not (weeks.shift or weeks.level == "week"):
        return None
    return replace(day, unit="week", step=weeks.shift or weeks.step)


def _clock_range(day: CalendarValue, clock: CalendarValue) -> CalendarValue:
    """«25 ноября с 9:00 до 18:00»."""
    end = clock.end or clock
    start = merge_values(day, replace(clock, end=None))
    return replace(start, end=merge_values(day, end))


def _with_time(leads: CalendarValue, other: CalendarValue) -> CalendarValue:
    if leads.hour is None and other.hour is not None:
        leads = replace(leads, hour=other.hour, minute=other.minute)
    return leads if leads.part else replace(leads, part=other.part)


def _evening(value: CalendarValue) -> CalendarValue:
    if value.part == "evening" and value.hour is not None and 4 <= value.hour <= 11:
        return replace(value, hour=value.hour + 12)
    return value
