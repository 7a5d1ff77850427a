"""What a shift counts from, where it is said: «за два дня до Нового года», «накануне форума»."""

from __future__ import annotations

from dataclasses import replace

from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings

_COUNTED_FROM = {"before-day", "after-day", "eve-of-day", "day-after-day"}
_COUNTED_FROM_NOUN = {"before-day", "eve-of-event"}


def join_origins(readings: list[Reading]) -> list[Reading]:
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


def counted_from_noun(reading: Reading, around: Surroundings) -> Reading:
    """«за два дня до саммита», «накануне форума»: the noun's day may have been told."""
    if reading.rule not in _COUNTED_FROM_NOUN or reading.value.origin is not None:
        return reading
    if around.kind(reading.last) != "word" or around.pos(reading.last) != "NOUN":
        return reading
    value = replace(reading.value, event=around.lemma(reading.last))
    return reading._replace(last=reading.last + 1, value=value, weak=False)
