"""Second step: from the words of a candidate to a typed calendar value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from pipeline.mentions.dates.field_setters import Fields, Said, fill
from pipeline.mentions.dates.notation import load_grammar
from pipeline.mentions.dates.recognise import Candidate
from pipeline.mentions.dates.values import Base, CalendarValue, month_before

_EVENING_HOURS = {"evening": 12, "day": 12}
_BEFORE_MIDNIGHT = {9, 10, 11, 12}  # «в 11 ночи»


def interpret(candidate: Candidate) -> CalendarValue:
    """Value of a candidate; the pattern's own fields go first, then those of the words."""
    return _interpreted(candidate.pattern.name, tuple((n, a.kind, a.value) for n, a in candidate.groups.items()))


@lru_cache(maxsize=1 << 14)
def _interpreted(pattern: str, said: tuple[tuple[str, str, int | str], ...]) -> CalendarValue:
    """The same words mean the same wherever they stand."""
    groups = {name: Said(kind, value) for name, kind, value in said}
    given = load_grammar().patterns[pattern].fields
    fields = _fields({n: a for n, a in groups.items() if not n.startswith("to_")}, given)
    start = CalendarValue(**fields)
    ending = {n.removeprefix("to_"): a for n, a in groups.items() if n.startswith("to_")}
    if "hour" in ending and "part" in groups:
        ending["part"] = groups["part"]  # «с 8 до 10 вечера»
    return _ranged(start, CalendarValue(**_fields(ending, {}))) if ending else start


def _ranged(start: CalendarValue, end: CalendarValue) -> CalendarValue:
    """Give the start what only the end says («22–23 ноября», «14–15.10.2021»)."""
    if end.short_year is not None and start.year is not None:
        end = replace(end, short_year=None, year=start.year - start.year % 100 + end.short_year)
    if start.bce and start.century is not None:
        end = replace(end, bce=True)  # «V–IV веков до н. э.»
    if start.period is not None and end.year is not None:
        start = replace(start, year=end.year)
    if start.month is None and start.day is not None:
        start = replace(start, month=_month_of(start.day, end))
    if start.year is None and end.year is not None and start.month is not None and end.month is not None:
        start = replace(start, year=end.year - (start.month > end.month))
    return replace(start, end=end)


def _month_of(day: int, end: CalendarValue) -> int | None:
    """The month of a range's first day that its last one tells: «с 28 по 3 декабря» begins in November."""
    turned = end.month is not None and end.day is not None and day > end.day
    return month_before(end.month) if turned and end.month else end.month


def _fields(groups: Mapping[str, Said], given: Mapping[str, int | str]) -> Fields:
    fields: Fields = {name: value for name, value in given.items() if name in {"shift", "step", "hour", "month"}}
    if "unit" in given:
        fields["unit"] = given["unit"]
    if "base" in given:
        fields["base"] = given["base"]
    for name, atom in groups.items():
        fill(fields, name, atom)
    if "nth" in fields and fields.get("base") == "document":
        fields["step"] = fields.pop("nth") - 1  # «на пятый день»: the first was the day told
    _count(fields, groups, given)
    _settle(fields)
    return fields


def _count(fields: Fields, groups: Mapping[str, Said], given: Mapping[str, int | str]) -> None:
    """«пять дней назад»: five times one day back."""
    count = int(groups["count"].value) if "count" in groups else int(given.get("count", 1))
    if "shift" in fields:
        fields["shift"] *= count


def _settle(fields: Fields) -> None:
    """Settle what depends on two fields: hours of the evening, whom a step counts from."""
    if fields.get("hour") is not None and "minute" not in fields:
        fields["minute"] = 0
    if fields.get("part") in _EVENING_HOURS and 1 <= fields.get("hour", 0) <= 11:
        fields["hour"] += _EVENING_HOURS[fields["part"]]
    if fields.get("part") == "night" and fields.get("hour") in _BEFORE_MIDNIGHT:
        fields["hour"] = (fields["hour"] + 12) % 24
    counted = fields.get("unit") == "day" or (fields.get("part") and fields.get("step") == 1)
    if fields.get("step") is not None and counted:
        base: Base = "document"
        fields["base"] = base
