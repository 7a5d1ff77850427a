"""Neighbouring values that are one expression: a day with its year and its hour, two cues for one day, ranges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from functools import lru_cache

from pipeline.mentions.dates.open_ranges import opened
from pipeline.mentions.dates.ranges import MAX_CLAUSE, inherit, join_ranges
from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings
from pipeline.mentions.dates.values import CalendarValue, Level

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
        ("day_number", "part"),
        ("part", "day_number"),
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
        ("year", "day"),
        ("week", "day"),
        ("month", "day_number"),
    }
)
_FIELDS = tuple((field.name, field.default) for field in fields(CalendarValue))
_BRIDGES = {"in", "about", "not", "towards"}
_COUNTED_FROM = {"before-day", "after-day", "eve-of-day"}
_COUNTED_FROM_NOUN = {"before-day", "eve-of-event"}
_MAX_BRIDGE = 3  # atoms between neighbours
_MAX_BETWEEN = 3


def compose(readings: Sequence[Reading], around: Surroundings) -> list[Reading]:
    """Join what belongs together, drop what is nothing alone."""
    joined = [found for group in _neighbours(readings) for found in _joined(group, around)]
    return [opened(r, around) for r in joined if not (r.weak or _halves_nothing(r.value))]


def _neighbours(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    """Groups that stand near enough for a join, most of them of one."""
    group: list[Reading] = []
    for reading in readings:
        if group and reading.first - group[-1].last > MAX_CLAUSE:
            yield group
            group = []
        group.append(reading)
    if group:
        yield group


def _joined(group: list[Reading], around: Surroundings) -> list[Reading]:
    if len(group) == 1:
        return [_counted_from_noun(group[0], around)]
    counted = [_counted_from_noun(r, around) for r in _join_origins(group)]
    hours = join_ranges(counted, around, levels={"clock"})
    joined = _join_neighbours(hours, around)
    joined = _join_adjectives(joined, around)
    joined = _join_neighbours(join_ranges(joined, around), around)
    return inherit(joined, around)


def _halves_nothing(value: CalendarValue) -> bool:
    return value.level == "half" and not value.has_year and not value.unit


def _join_origins(readings: list[Reading]) -> list[Reading]:
    """«за два дня до Нового года», «через неделю после 20 ноября»: the day stands right behind."""
    found: list[Reading] = []
    for reading in readings:
        before = found[-1] if found else None
        if before and before.rule in _COUNTED_FROM and before.last == reading.first and reading.value.level == "day":
            value = replace(before.value, origin=reading.value)
            found[-1] = before._replace(
                last=reading.last, value=value, rule=f"{before.rule}+{reading.rule}", weak=False
            )
        else:
            found.append(reading)
    return found


def _counted_from_noun(reading: Reading, around: Surroundings) -> Reading:
    """«за два дня до саммита», «накануне форума»: the noun's day may have been told."""
    if reading.rule not in _COUNTED_FROM_NOUN or reading.value.origin is not None:
        return reading
    if around.kind(reading.last) != "word" or around.pos(reading.last) != "NOUN":
        return reading
    value = replace(reading.value, event=around.lemma(reading.last))
    return reading._replace(last=reading.last + 1, value=value, weak=False)


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
    if second.first - first.last > _MAX_BRIDGE:
        return None
    kinds = [around.kind(i) for i in range(first.last, second.first)]
    apposed = kinds[:1] == ["comma"] or kinds[:1] == ["lparen"]
    bridge = kinds[1:] if apposed else kinds
    if bridge == ["from"] and not apposed:
        return _from_hour(first, second)
    if len(bridge) > 2 or not all(k in _BRIDGES or k == "at" for k in bridge):
        return None
    pair = (first.value.level, second.value.level)
    if pair not in (_APPOSED if apposed else _JOINED) or not _compatible(first.value, second.value, apposed, bridge):
        return None
    if pair == ("day", "day") and (_repeated(first, second) or (apposed and _goes_on(first, second, around))):
        return None
    value = merge_values(first.value, second.value)
    last = second.last + (kinds[:1] == ["lparen"] and around.kind(second.last) == "rparen")
    return first._replace(last=last, value=value, rule=f"{first.rule}+{second.rule}", weak=False)


def _from_hour(first: Reading, second: Reading) -> Reading | None:
    """«завтра с 9 утра»."""
    day, hour = first.value, second.value
    if (day.level, hour.level) != ("day", "clock") or day.hour is not None or day.end or hour.end:
        return None
    value = replace(merge_values(day, hour), open_end=True)
    return first._replace(last=second.last, value=value, rule=f"{first.rule}+{second.rule}", weak=False)


def _compatible(first: CalendarValue, second: CalendarValue, apposed: bool, bridge: list[str]) -> bool:
    """What the levels alone do not tell."""
    if any(v.end is not None and v.level != "clock" for v in (first, second)):
        return False
    pair = (first.level, second.level)
    if pair == ("day", "day"):
        return _two_cues(first, second) and (apposed or not bridge or bridge == ["in"])
    if pair == ("day", "week"):
        return first.weekday is not None and first.step is None
    if pair == ("month", "year") and apposed and bridge:
        return False
    return _fits_year(first, second) if "year" in pair else _fits(first, second, bridge)


def _fits_year(first: CalendarValue, second: CalendarValue) -> bool:
    """«14 февраля прошлого года», «через четыре года, 1 октября»."""
    if second.level != "year":
        return first.deictic and not second.has_year and _undated(second)
    return not first.has_year and (_undated(first) if first.level == "day" else not first.deictic)


def _fits(first: CalendarValue, second: CalendarValue, bridge: list[str]) -> bool:
    pair = (first.level, second.level)
    if pair == ("day_number", "month"):
        return second.unit == "month"
    if pair == ("week", "day"):
        return first.deictic and not second.deictic
    if pair[1] == "day_number" and first.base == "document" and first.step is not None:
        return False  # «в тот же день, 16-го вышел под залог»
    if "clock" in pair:
        day = first if pair[1] == "clock" else second
        return day.hour is None and first.unit not in {"hour", "minute"}
    return not (pair == ("part", "day") and bridge and "at" not in bridge and "in" not in bridge)


def _two_cues(first: CalendarValue, second: CalendarValue) -> bool:
    """Two cues of different kinds are for one day («вчера, 20 ноября»), two of one kind are two days."""
    same_day = first.day is not None and (first.month, first.day) == (second.month, second.day)  # «День Победы, 9 мая»
    return (_cue(first) != _cue(second) or same_day) and first.hour is None and second.base != "document"


def _repeated(first: Reading, second: Reading) -> bool:
    """«20 ноября в Минске, 20 ноября в Бресте» say one day twice; «в День Победы, 9 мая» names it."""
    same_cue = _cue(first.value) == _cue(second.value) == "calendar"
    return same_cue and "holiday" not in first.rule and "holiday" not in second.rule


def _goes_on(first: Reading, second: Reading, around: Surroundings) -> bool:
    """«прибывший во вторник, вчера он выступил»: only «во вторник, вчера, он выступил» is one day."""
    yesterday = first.value.weekday is not None and second.rule.startswith("day-word")
    return yesterday and around.kind(second.last) not in {"comma", "dot", "break", "rparen", "dash"}


def _undated(value: CalendarValue) -> bool:
    """A day of a month without a year: «14 февраля» in «14 февраля прошлого года»."""
    return value.month is not None and value.shift is None


def _cue(value: CalendarValue) -> str:
    if value.weekday is not None:
        return "weekday"
    return "calendar" if value.day is not None else "deictic"


@lru_cache(maxsize=1 << 14)
def merge_values(first: CalendarValue, second: CalendarValue) -> CalendarValue:
    """One value from two: the calendar day leads, the other cue for it becomes the witness."""
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


def _join_adjectives(readings: list[Reading], around: Surroundings) -> list[Reading]:
    """«декабрьском саммите прошлого года»: the year stands behind the noun."""
    found: list[Reading] = []
    for reading in readings:
        before = found[-1] if found else None
        if before and _adjective_with_year(before, reading, around):
            value = merge_values(before.value, reading.value)
            found[-1] = before._replace(last=reading.last, value=value, rule=f"{before.rule}+{reading.rule}")
        else:
            found.append(reading)
    return found


def _adjective_with_year(first: Reading, second: Reading, around: Surroundings) -> bool:
    between = range(first.last, second.first)
    return (
        first.rule in {"month-adjective", "season-adjective"}
        and second.value.level == "year"
        and second.value.end is None
        and 1 <= len(between) <= _MAX_BETWEEN
        and all(around.kind(i) == "word" and around.pos(i) in {"NOUN", "ADJ", "PROPN"} for i in between)
        and around.text(second.last - 1).lower() in {"года", "г", ".", "году"}
    )
