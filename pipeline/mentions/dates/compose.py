"""Neighbouring values that are one expression: a day with its year and its hour, two cues for one day, ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from pipeline.mentions.dates.recognise import Surroundings
from pipeline.mentions.dates.values import CalendarValue, Level, level_of

Pair = tuple[Level, Level]

# What may be joined across nothing, «в», «около» or «на»; the order is the order in the text.
_JOINED: frozenset[Pair] = frozenset(
    {
        ("day", "year"),
        ("month", "year"),
        ("period", "year"),
        ("half", "year"),
        ("half", "month"),
        ("part", "day"),
        ("day", "part"),
        ("day", "clock"),
        ("clock", "day"),
        ("part", "clock"),
        ("clock", "part"),
        ("day", "day"),
        ("day", "week"),
        ("day_number", "month"),
        ("decade", "century"),
        ("day_number", "clock"),
        ("half", "week"),
    }
)
# What may be joined across a comma, with or without a preposition behind it.
_APPOSED: frozenset[Pair] = frozenset(
    {
        ("day", "day"),
        ("day", "clock"),
        ("part", "day"),
        ("day", "part"),
        ("day", "day_number"),
        ("month", "year"),
        ("day_number", "clock"),
    }
)
_BRIDGES = {"in", "about", "not", "towards"}
_ADJECTIVES = {"month-adjective", "season-adjective", "year-adjective", "day-adjective"}
_COUNTED_FROM = {"before-day", "after-day"}
_MAX_BETWEEN = 3
_DASHES = {"dash", "glued_dash"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An interpreted stretch of atoms, with the names of the patterns that read it."""

    first: int
    last: int
    value: CalendarValue
    rule: str
    weak: bool = False  # counts only as a part of a bigger one


def compose(readings: Sequence[Reading], around: Surroundings) -> list[Reading]:
    """Join what belongs together, drop what is nothing alone."""
    joined = _join_neighbours(_join_origins(list(readings)), around)
    joined = _join_adjectives(joined, around)
    joined = _join_neighbours(_join_ranges(joined, around), around)
    joined = _inherit(joined, around)
    return [_opened(r, around) for r in joined if not (r.weak or _halves_nothing(r.value))]


def _halves_nothing(value: CalendarValue) -> bool:
    return level_of(value) == "half" and not value.has_year and not value.unit


def _join_origins(readings: list[Reading]) -> list[Reading]:
    """«за два дня до Нового года», «через неделю после 20 ноября»: the day stands right behind."""
    found: list[Reading] = []
    for reading in readings:
        before = found[-1] if found else None
        if (
            before
            and before.rule in _COUNTED_FROM
            and before.last == reading.first
            and level_of(reading.value) == "day"
        ):
            value = replace(before.value, origin=reading.value)
            found[-1] = replace(
                before, last=reading.last, value=value, rule=f"{before.rule}+{reading.rule}", weak=False
            )
        else:
            found.append(reading)
    return found


def _join_neighbours(readings: list[Reading], around: Surroundings) -> list[Reading]:
    found: list[Reading] = []
    for reading in readings:
        now = reading
        while found and (merged := _merged(found[-1], now, around)):
            found.pop()
            now = merged
        found.append(now)
    return found


def _merged(first: Reading, second: Reading, around: Surroundings) -> Reading | None:
    kinds = [around.kind(i) for i in range(first.last, second.first)]
    apposed = kinds[:1] == ["comma"] or kinds[:1] == ["lparen"]
    bridge = kinds[1:] if apposed else kinds
    if len(bridge) > 2 or not all(k in _BRIDGES or k == "at" for k in bridge):
        return None
    pair = (level_of(first.value), level_of(second.value))
    if pair not in (_APPOSED if apposed else _JOINED) or not _compatible(first.value, second.value, apposed, bridge):
        return None
    value = merge_values(first.value, second.value)
    last = second.last + (kinds[:1] == ["lparen"] and around.kind(second.last) == "rparen")
    return replace(first, last=last, value=value, rule=f"{first.rule}+{second.rule}", weak=False)


def _compatible(first: CalendarValue, second: CalendarValue, apposed: bool, bridge: list[str]) -> bool:
    """What the levels alone do not tell."""
    if first.end is not None or (second.end is not None and level_of(second) != "clock"):
        return False
    pair = (level_of(first), level_of(second))
    if pair == ("day", "day"):
        return _two_cues(first, second) and (apposed or not bridge or bridge == ["in"])
    if pair == ("day", "week"):
        return first.weekday is not None and first.step is None
    if pair == ("month", "year") and apposed and bridge:
        return False
    if pair[1] == "year":
        return not first.has_year and (_undated(first) if pair[0] == "day" else not first.deictic)
    return _fits(first, second, bridge)


def _fits(first: CalendarValue, second: CalendarValue, bridge: list[str]) -> bool:
    pair = (level_of(first), level_of(second))
    if pair == ("day_number", "month"):
        return second.unit == "month"
    if pair[1] == "day_number" and first.base == "document" and first.step is not None:
        return False  # «в тот же день, 16-го вышел под залог»
    if "clock" in pair:
        day = first if pair[1] == "clock" else second
        return day.hour is None and first.unit not in {"hour", "minute"}
    return not (pair == ("part", "day") and bridge and "at" not in bridge and "in" not in bridge)


def _two_cues(first: CalendarValue, second: CalendarValue) -> bool:
    """Two cues of different kinds are for one day («вчера, 20 ноября»), two of one kind are two days."""
    return _cue(first) != _cue(second) and first.hour is None and second.base != "document"


def _undated(value: CalendarValue) -> bool:
    """A day of a month without a year: «14 февраля» in «14 февраля прошлого года»."""
    return value.month is not None and value.shift is None


def _cue(value: CalendarValue) -> str:
    if value.weekday is not None:
        return "weekday"
    return "calendar" if value.day is not None else "deictic"


def merge_values(first: CalendarValue, second: CalendarValue) -> CalendarValue:
    """One value from two: the calendar day leads, the other cue for it becomes the witness."""
    pair = (level_of(first), level_of(second))
    if pair in {("day", "day"), ("day", "day_number")}:
        leads = second if second.day is not None or (first.day is None and first.weekday is not None) else first
        other = first if leads is second else second
        return _with_time(replace(leads, witness=replace(other, part="", hour=None, minute=None)), other)
    if "clock" in pair and first.end is None and second.end is not None:
        return _clock_range(first, second)
    merged = first
    for field in fields(CalendarValue):
        if getattr(merged, field.name) == field.default and getattr(second, field.name) != field.default:
            merged = replace(merged, **{field.name: getattr(second, field.name)})
    return _evening(merged)


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


def _join_adjectives(readings: list[Reading], around: Surroundings) -> list[Reading]:
    """«декабрьском саммите прошлого года»: the year stands behind the noun."""
    found: list[Reading] = []
    for reading in readings:
        before = found[-1] if found else None
        if before and _adjective_with_year(before, reading, around):
            value = merge_values(before.value, reading.value)
            found[-1] = replace(before, last=reading.last, value=value, rule=f"{before.rule}+{reading.rule}")
        else:
            found.append(reading)
    return found


def _adjective_with_year(first: Reading, second: Reading, around: Surroundings) -> bool:
    between = range(first.last, second.first)
    return (
        first.rule in {"month-adjective", "season-adjective"}
        and level_of(second.value) == "year"
        and second.value.end is None
        and 1 <= len(between) <= _MAX_BETWEEN
        and all(around.kind(i) == "word" and around.pos(i) in {"NOUN", "ADJ", "PROPN"} for i in between)
        and around.text(second.last - 1).lower() in {"года", "г", ".", "году"}
    )


def _join_ranges(readings: list[Reading], around: Surroundings) -> list[Reading]:
    """«с понедельника и до 17 марта», «январь–июль», «с марта по август 2019 года»."""
    found: list[Reading] = []
    for reading in readings:
        if found and _ranges(found[-1], reading, around):
            before = found.pop()
            found.append(_joined(before, reading, around))
        else:
            found.append(reading)
    return found


def _joined(start: Reading, end: Reading, around: Surroundings) -> Reading:
    first = start.first - (around.kind(start.first - 1) == "from")
    value = replace(start.value, end=end.value)
    return Reading(first=first, last=end.last, value=value, rule=f"{start.rule}-{end.rule}")


def _ranges(first: Reading, second: Reading, around: Surroundings) -> bool:
    if first.value.end is not None or second.value.end is not None:
        return False
    pair = (level_of(first.value), level_of(second.value))
    same = pair[0] == pair[1]
    kinds = [around.kind(i) for i in range(first.last, second.first) if around.kind(i) != "dot"]
    if kinds[-1:] == ["edge"]:  # «конца августа — начала сентября»
        kinds = kinds[:-1]
    if kinds and kinds[0] in _DASHES:
        return same and len(kinds) == 1 and pair[0] in {"day", "month", "clock", "year", "century", "decade"}
    started = around.kind(first.first - 1) == "from" or around.kind(first.first) == "from"
    if kinds[:1] == ["and"]:
        kinds = kinds[1:]
    through = kinds in (["by"], ["until"]) or (not kinds and around.kind(second.first) == "until")
    return started and through and (same or {*pair} <= {"day", "month", "period", "day_number", "year", "week"})


def _inherit(readings: list[Reading], around: Surroundings) -> list[Reading]:
    """A bare day or month takes month and year from the next: «с 3 на 10 декабря», «на февраль и март 2020 года»."""
    found = list(readings)
    for i in range(len(found) - 2, -1, -1):
        this, after = found[i], found[i + 1]
        if this.rule == "day-listed":
            source = after.value.end if after.value.end is not None and after.value.month is None else after.value
            found[i] = replace(this, value=replace(this.value, month=source.month, year=source.year))
        elif _listed_month(this, after, around):
            found[i] = replace(this, value=_with_year_of(this.value, after.value))
    return found


def _listed_month(this: Reading, after: Reading, around: Surroundings) -> bool:
    between = [around.kind(i) for i in range(this.last, after.first)]
    pair = (level_of(this.value), level_of(after.value))
    listed = between in (["and"], ["comma"], ["or"], ["and", "in"], ["and", "at"])
    bare = not this.value.has_year and not this.value.deictic and this.value.end is None
    later = (this.value.month or 0) < (after.value.month or 13)
    return listed and bare and later and after.value.has_year and pair in {("month", "month"), ("day", "day")}


def _with_year_of(value: CalendarValue, source: CalendarValue) -> CalendarValue:
    if source.year is not None or source.short_year is not None:
        return replace(value, year=source.year, short_year=source.short_year)
    return replace(value, unit=source.unit, step=source.step, shift=source.shift, base=source.base)


def _opened(reading: Reading, around: Surroundings) -> Reading:
    """«до 25 ноября» is open to the past, «с 1 мая» and «не раньше субботы» to the future."""
    value = reading.value
    before = around.kind(reading.first - 1)
    edge = around.atoms[reading.first - 1].value if before == "edge" else ""
    if before == "edge":
        before = around.kind(reading.first - 2)
    inside = around.kind(reading.first)
    if value.end is not None or value.origin is not None or level_of(value) == "part" or reading.rule in _ADJECTIVES:
        return reading
    if edge == "end":
        value = replace(value, whole=True)
    if {"towards", "after"} & {before, inside}:
        return replace(reading, value=replace(value, awaited=True))
    if "until" in {before, inside}:
        return replace(reading, value=replace(value, open_start=True))
    if before == "earlier" and around.kind(reading.first - 2) == "not":
        return replace(reading, value=replace(value, open_end=True))
    if before == "later" and around.kind(reading.first - 2) == "not":
        return replace(reading, value=replace(value, open_start=True))
    after = around.kind(reading.last)
    compared = around.lemma(reading.first - 2) == "сравнение"
    if (
        "from" in {before, inside}
        and not compared
        and after not in {"at", "until", "by"}
        and level_of(value) != "clock"
    ):
        return replace(reading, value=replace(value, open_end=True))
    return reading
