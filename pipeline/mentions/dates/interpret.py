"""Second step: from the words of a candidate to a typed calendar value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from pipeline.mentions.dates.notation import load_grammar
from pipeline.mentions.dates.recognise import Candidate
from pipeline.mentions.dates.values import Base, CalendarValue

Fields = dict[str, Any]


class Said(NamedTuple):
    """The class and value of the word that fills a field."""

    kind: str
    value: int | str


_UNITS = {
    "week_word": "week",
    "month_word": "month",
    "quarter_word": "quarter",
    "half_year_word": "half",
    "year_word": "year",
    "years_plural": "year",
    "century_word": "century",
    "decade_unit": "decade",
    "hour_word": "hour",
    "minute_word": "minute",
    "day_noun": "day",
    "day_genitive": "day",
    "daytime": "day",
}
_EVENING_HOURS = {"evening": 12, "day": 12}
_BEFORE_MIDNIGHT = {9, 10, 11, 12}  # «в 11 ночи»
_MOMENTS = {"noon": 12, "midnight": 0}


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
        start = replace(start, month=end.month)
    if start.year is None and end.year is not None and start.month is not None and end.month is not None:
        start = replace(start, year=end.year - (start.month > end.month))
    return replace(start, end=end)


def _fields(groups: Mapping[str, Said], given: Mapping[str, int | str]) -> Fields:
    fields: Fields = {name: value for name, value in given.items() if name in {"shift", "step", "hour"}}
    if "unit" in given:
        fields["unit"] = given["unit"]
    if "base" in given:
        fields["base"] = given["base"]
    for name, atom in groups.items():
        _SETTERS.get(name, _set_plain)(fields, name, atom)
    if "nth" in fields and fields.get("base") == "document":
        fields["step"] = fields.pop("nth") - 1  # «на пятый день»: the first was the day told
    _count(fields, groups, given)
    _settle(fields)
    return fields


def _set_plain(fields: Fields, name: str, atom: Said) -> None:
    fields[name] = int(atom.value)


def _set_year(fields: Fields, name: str, atom: Said) -> None:
    short = atom.kind.startswith("n") and int(atom.value) < 100
    fields["short_year" if short else "year"] = int(atom.value)


def _set_unit(fields: Fields, name: str, atom: Said) -> None:
    fields["unit"] = _UNITS[atom.kind]


def _set_step(fields: Fields, name: str, atom: Said) -> None:
    fields["step"] = int(atom.value)
    fields["strict"] = atom.kind in {"recent_step", "nearest_step"}


def _set_decade(fields: Fields, name: str, atom: Said) -> None:
    fields["decade"] = int(atom.value) // 10


def _set_century(fields: Fields, name: str, atom: Said) -> None:
    fields["century"] = int(atom.value) - 1


def _set_quarter(fields: Fields, name: str, atom: Said) -> None:
    fields["period"] = 32 + min(max(int(atom.value), 1), 4)


def _set_half(fields: Fields, name: str, atom: Said) -> None:
    fields["half"] = min(max(int(atom.value), 1), 2)


def _set_half_year(fields: Fields, name: str, atom: Said) -> None:
    fields["period"] = 39 + min(max(int(atom.value), 1), 2)


def _set_part(fields: Fields, name: str, atom: Said) -> None:
    part = str(atom.value)
    if part in _MOMENTS:
        fields["hour"] = _MOMENTS[part]
    fields["part"] = part


def _set_holiday(fields: Fields, name: str, atom: Said) -> None:
    fields["month"], fields["day"] = divmod(int(atom.value), 100)
    fields["holiday"] = True


def _set_early_year(fields: Fields, name: str, atom: Said) -> None:
    fields["year"] = int(atom.value)


def _set_half_to(fields: Fields, name: str, atom: Said) -> None:
    """«половина шестого» is half past five."""
    fields["hour"], fields["minute"] = (int(atom.value) - 1) % 12, 30


def _set_flag(fields: Fields, name: str, atom: Said) -> None:
    fields[name] = True


def _ignore(fields: Fields, name: str, atom: Said) -> None:
    """Counts are multiplied in afterwards."""


_SETTERS: Mapping[str, Callable[[Fields, str, Said], None]] = {
    "year": _set_year,
    "short_year": _set_plain,
    "unit": _set_unit,
    "step": _set_step,
    "decade": _set_decade,
    "century": _set_century,
    "quarter": _set_quarter,
    "half": _set_half,
    "half_year": _set_half_year,
    "part": _set_part,
    "weekend": _set_flag,
    "bce": _set_flag,
    "holiday": _set_holiday,
    "early_year": _set_early_year,
    "half_to": _set_half_to,
    "count": _ignore,
}


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
