"""Neighbours that are one expression: «14 февраля прошлого года», «завтра с 9 утра»."""

from __future__ import annotations

from dataclasses import replace

from pipeline.mentions.dates.checks.word_kinds import is_genitive
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


def with_zone(reading: Reading, around: Surroundings) -> Reading:
    """«15:40 по местному времени», «20:00 (мск)»: the hour's zone is part of it, so that its day may follow."""
    if reading.value.hour is None:
        return reading
    at = reading.last
    if around.kind(at) == "zone":
        return reading._replace(last=at + 1)
    if around.kind(at) == "lparen" and around.kind(at + 1) == "zone" and around.kind(at + 2) == "rparen":
        return reading._replace(last=at + 3)
    local = around.kind(at) == "by" and around.pos(at + 1) == "ADJ" and around.text(at + 2).lower() == "времени"
    return reading._replace(last=at + 3) if local else reading


def _merged(first: Reading, second: Reading, around: Surroundings) -> Reading | None:
    if second.first - first.last > _MAX_BRIDGE:
        return None
    kinds = [around.kind(i) for i in range(_behind_its_noun(first, second, around), second.first)]
    apposed = kinds[:1] in (["comma"], ["lparen"]) or (kinds == ["dash"] and _explained(first, second))
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


def _behind_its_noun(first: Reading, second: Reading, around: Surroundings) -> int:
    """«В первое воскресенье [поста], 7 марта 1965 года»: whose weekday it is does not part it from its day."""
    weekday, day = first.value, second.value
    if weekday.weekday is None or weekday.deictic or day.month is None or day.day is None:
        return first.last
    at = first.last
    while at < second.first and around.kind(at) == "word" and is_genitive(at, around):
        at += 1
    return at


def _explained(first: Reading, second: Reading) -> bool:
    """«спустя двое суток — 21 мая — он умер»: what counts from another day, and the day that it is."""
    return first.value.level == "day" and first.value.deictic and not second.value.deictic and bool(second.value.day)


def _from_hour(first: Reading, second: Reading) -> Reading | None:
    """«завтра с 9 утра»."""
    day, hour = first.value, second.value
    if (day.level, hour.level) != ("day", "clock") or day.hour is not None or day.end or hour.end:
        return None
    value = replace(merge_values(day, hour), open_end=True)
    return first._replace(last=second.last, value=value, rule=f"{first.rule}+{second.rule}", weak=False)
