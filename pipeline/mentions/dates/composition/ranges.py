"""Closed ranges, and what a listed day or month takes from the one behind it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import get_args

from pipeline.mentions.dates.candidates import render
from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings
from pipeline.mentions.dates.values import CalendarValue, Level

_ALL_LEVELS = frozenset(get_args(Level))
_LISTED_LEVELS = frozenset({"day", "month", "period"})
_STOPS = {"dot", "break"}
_MAX_BRIDGE = 6  # atoms between two ends
MAX_CLAUSE = 15  # atoms between two dates of one clause: none are joined further apart
_REACH = 8  # atoms before a date in which «последний» is said of it
_LEAP_YEAR = 2000
_DASHES = {"dash", "glued_dash"}
_INSTEAD = {"вместо", "взамен"}


def join_ranges(readings: list[Reading], around: Surroundings, levels: Container[str] = _ALL_LEVELS) -> list[Reading]:
    """«с понедельника и до 17 марта», «январь–июль», «с марта по август 2019 года»."""
    found: list[Reading] = []
    for reading in readings:
        if found and reading.value.level in levels and _ranges(found[-1], reading, around):
            before = found.pop()
            found.append(_joined(before, reading, around))
        else:
            found.append(reading)
    return found


def _joined(start: Reading, end: Reading, around: Surroundings) -> Reading:
    opening = _from(start, around)
    first = start.first if opening is None else opening
    value = replace(start.value, end=end.value)
    return Reading(
        first=first, last=end.last, value=value, rule=f"{start.rule}-{end.rule}", weak=_both_short(start, end)
    )


def _from(start: Reading, around: Surroundings) -> int | None:
    """Where a range opens: «с 22», «с середины ноября»."""
    edged = around.kind(start.first - 1) == "edge"
    places = (start.first, start.first - 1, *((start.first - 2,) if edged else ()))
    return next((i for i in places if around.kind(i) == "from"), None)


def _both_short(start: Reading, end: Reading) -> bool:
    """«пн–пт» is every week."""
    return start.rule == end.rule == "weekday-abbreviated"


def _ranges(first: Reading, second: Reading, around: Surroundings) -> bool:
    if second.first - first.last > _MAX_BRIDGE or first.value.end is not None or second.value.end is not None:
        return False
    pair = (first.value.level, second.value.level)
    same = pair[0] == pair[1]
    kinds = [around.kind(i) for i in range(first.last, second.first) if around.kind(i) != "dot"]
    if kinds[-1:] == ["edge"]:  # «конца августа — начала сентября»
        kinds = kinds[:-1]
    if kinds == ["dash"] and around.text(second.first)[:1].isupper():
        return False  # a dateline: «14 марта — Завтра начнутся переговоры»
    if kinds and kinds[0] in _DASHES:
        levels = {"day", "month", "period", "clock", "year", "century", "decade"}
        given_up = kinds == ["dash"] and pair[0] == "day" and _is_given_up(first, around)
        return same and len(kinds) == 1 and pair[0] in levels and not given_up
    started = _from(first, around) is not None
    if kinds[:1] == ["and"]:
        kinds = kinds[1:]
    through = kinds in (["by"], ["until"]) or (not kinds and around.kind(second.first) == "until")
    return started and through and (same or {*pair} <= {"day", "month", "period", "day_number", "year", "week"})


def _is_given_up(first: Reading, around: Surroundings) -> bool:
    """«вместо 20 июня — 1 июля»: one day takes the other's place."""
    return any(around.text(index).lower() in _INSTEAD for index in (first.first - 1, first.first))


def inherit(readings: list[Reading], around: Surroundings) -> list[Reading]:
    """A bare day or month takes month and year from the next: «с 3 на 10 декабря», «на февраль и март 2020 года»."""
    found = list(readings)
    for i in range(len(found) - 2, -1, -1):
        this, after = found[i], found[i + 1]
        if this.rule == "day-listed":
            source = after.value.end if after.value.end is not None and after.value.month is None else after.value
            listed = replace(this.value, month=source.month, year=source.year)
            if render(listed, _LEAP_YEAR):  # else of another month: «31-е и 20 февраля»
                found[i] = this._replace(value=listed)
        elif _listed_month(this, after, around) or _told_before(this, after, around):
            found[i] = this._replace(value=_with_year_of(this.value, after.value))
    return found


def _listed_month(this: Reading, after: Reading, around: Surroundings) -> bool:
    if after.first - this.last > _MAX_BRIDGE:
        return False
    between = [around.kind(i) for i in range(this.last, after.first)]
    alike = this.value.level == after.value.level and this.value.level in _LISTED_LEVELS
    listed = between in (["and"], ["comma"], ["or"], ["and", "in"], ["and", "at"])
    bare = not this.value.has_year and not this.value.deictic and this.value.end is None
    later = (this.value.month or 0) < (after.value.month or 13)
    return listed and bare and later and after.value.has_year and alike


def _told_before(this: Reading, after: Reading, around: Surroundings) -> bool:
    """«Осада началась 3 июня, а 5 октября 2019 года город пал»: one account, its year named at the end.

    Not so what was last of its kind: «в последний раз стреляли 9 января, а 22 июля 2019 года …» goes back from it.
    """
    if after.first - this.last > MAX_CLAUSE or _is_of_the_last(this, around):
        return False
    pair = {this.value.level, after.value.level}
    bare = not this.value.has_year and not this.value.deictic and this.value.end is None
    if not bare or after.value.year is None or not pair <= {"day", "month"} or this.value.month is None:
        return False
    if (this.value.month, this.value.day or 0) >= (after.value.month or 0, after.value.day or 32):
        return False
    between = range(this.last, after.first)
    before = [around.text(i).lower() for i in range(max(this.last, after.first - 2), after.first)]
    return "а" in before and not any(around.kind(i) in _STOPS for i in between)


def _is_of_the_last(this: Reading, around: Surroundings) -> bool:
    for index in range(this.first - 1, max(-1, this.first - _REACH - 1), -1):
        if around.kind(index) in _STOPS:
            return False
        if around.text(index).lower().startswith("последн"):
            return True
    return False


def _with_year_of(value: CalendarValue, source: CalendarValue) -> CalendarValue:
    if source.year is not None or source.short_year is not None:
        return replace(value, year=source.year, short_year=source.short_year)
    return replace(value, unit=source.unit, step=source.step, shift=source.shift, base=source.base)
