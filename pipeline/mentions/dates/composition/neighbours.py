"""Neighbours that are one expression: «14 февраля прошлого года», «завтра с 9 утра»."""

from __future__ import annotations

from dataclasses import replace

from pipeline.mentions.dates.composition.merge import merge_values
from pipeline.mentions.dates.composition.pairs import are_one_date
from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings

_BRIDGES = {"in", "about", "not", "towards"}
_MAX_BRIDGE = 3  # atoms between neighbours


def join_neighbours(readings: list[Reading], around: Surroundings) -> list[Reading]:
    """Join neighbours as long as two of them are one: a part of the day, then its day, then its year."""
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
    if not are_one_date(first, second, around, bridge, apposed=apposed):
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
