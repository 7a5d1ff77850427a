"""Ranges with one end, by the words before a date: «до 25 ноября», «с 1 мая», «не раньше субботы»."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings
from pipeline.mentions.dates.values import CalendarValue

_ADJECTIVES = {"month-adjective", "season-adjective", "year-adjective", "day-adjective", "weekday-adjective"}


def opened(reading: Reading, around: Surroundings) -> Reading:
    """Open a range to the past or the future, or say that something was awaited by then («к лету»)."""
    value = reading.value
    if value.end is not None or value.origin is not None or value.level == "part" or reading.rule in _ADJECTIVES:
        return reading
    edge = next((i for i in (reading.first, reading.first - 1) if around.kind(i) == "edge"), None)
    before = reading.first - 1 if edge is None else edge - 1
    cues = {around.kind(before), around.kind(reading.first)}
    if edge is not None and around.atoms[edge].value == "end":
        value = _marked(value, "whole")
    if cues & {"towards", "after"}:
        return reading._replace(value=_marked(value, "awaited"))
    if around.kind(before) == "by" and value.month is not None and not value.deictic:  # «по 15 декабря»
        return reading._replace(value=_marked(value, "open_start"))
    negated = around.kind(before - 1) == "not"
    if "until" in cues or (negated and "later" in cues):
        return reading._replace(value=_marked(value, "open_start"))
    if (negated and "earlier" in cues) or ("from" in cues and _lasts(value, before, reading.last, around)):
        return reading._replace(value=_marked(value, "open_end"))
    return reading


@lru_cache(maxsize=50_000)
def _marked(value: CalendarValue, mark: str) -> CalendarValue:
    marks: dict[str, Any] = {mark: True}
    return replace(value, **marks)


def _lasts(value: CalendarValue, before: int, last: int, around: Surroundings) -> bool:
    """«с 1 мая действует», not «с субботы на понедельник», «по сравнению с 2003 годом»."""
    moved = around.kind(last) in {"at", "until", "by"}
    return not moved and around.lemma(before - 1) != "сравнение" and value.level != "clock"
