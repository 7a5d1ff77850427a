"""Ranges with one end, by the words before a date: «до 25 ноября», «с 1 мая», «не раньше субботы»."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings
from pipeline.mentions.dates.values import CalendarValue

_MONTHS = {"month", "month_abbreviation"}
_NUMBERS = {"n1", "n01", "n10", "n13", "n25"}
_OPENERS = frozenset({"edge", "under", "towards", "after", "earlier", "later", "by", "until", "from"})
_ADJECTIVES = {"month-adjective", "season-adjective", "year-adjective", "day-adjective", "weekday-adjective"}


def opened(reading: Reading, around: Surroundings) -> Reading:
    """Open a range to the past or the future, or say that something was awaited by then («к лету»)."""
    value = reading.value
    if _OPENERS.isdisjoint((around.kind(reading.first), around.kind(reading.first - 1))) or _is_closed(reading):
        return reading
    edge = next((i for i in (reading.first, reading.first - 1) if around.kind(i) == "edge"), None)
    before = reading.first - 1 if edge is None else edge - 1
    cues = {around.kind(before), around.kind(reading.first)}
    if edge is not None and around.atoms[edge].value == "end":
        value = _marked(value, "whole")
    if "under" in cues and value.holiday and value.year is None and not value.deictic:
        return reading._replace(value=replace(CalendarValue(unit="day", shift=-1), origin=value))
    if cues & {"towards", "after"}:
        value = _marked(value, "open_end") if "after" in cues and _is_year(value) else value
        return reading._replace(value=_marked(value, "awaited"))
    if cues & {"earlier", "later"} and _denied(before, around):
        return reading._replace(value=_bounded(value, "earlier" in cues))
    day = value.month is not None or (value.weekday is not None and around.kind(before - 1) != "from")
    through = around.kind(before) == "by" and day and not value.deictic  # «по 15 декабря», «по четверг включительно»
    if through or "until" in cues:
        return reading._replace(value=_marked(value, "open_start"))
    lasts = "from" in cues and _lasts(value, before, reading.last, around)
    return reading._replace(value=_marked(value, "open_end")) if lasts else reading


def _is_closed(reading: Reading) -> bool:
    value = reading.value
    return value.end is not None or value.origin is not None or value.level == "part" or reading.rule in _ADJECTIVES


def _is_year(value: CalendarValue) -> bool:
    """«После 1990 года» is any time since; «после 15 октября дадут тепло» is about that day."""
    return value.level == "year" and not value.deictic


def _denied(before: int, around: Surroundings) -> bool:
    """«не раньше мая», «не откроют раньше мая»."""
    return any(around.kind(i) == "not" for i in range(before - 3, before))


def _bounded(value: CalendarValue, earlier: bool) -> CalendarValue:
    """«не раньше июля» is awaited from July on, «не позже июля» until it is over."""
    return _marked(_marked(value, "awaited"), "open_end") if earlier else _marked(value, "open_start")


@lru_cache(maxsize=1 << 14)
def _marked(value: CalendarValue, mark: str) -> CalendarValue:
    marks: dict[str, Any] = {mark: True}
    return replace(value, **marks)


def _lasts(value: CalendarValue, before: int, last: int, around: Surroundings) -> bool:
    """«с 1 мая действует», not «с субботы на понедельник», «по сравнению с 2003 годом»."""
    rate = around.kind(last + 1) in _NUMBERS and around.kind(last + 2) not in _MONTHS  # «с 1 июля на 9 процентов»
    moved = around.kind(last) in {"at", "until", "by"} and not (rate and around.kind(last) == "at")
    return not moved and around.lemma(before - 1) != "сравнение" and value.level != "clock"
