"""The days of a week that head the lines: of the week that was, or of the one to come.

«Понедельник. В Пуэбле начинается процесс. | Вторник. Истекает срок. | Суббота. Откроют сквер», printed on a Friday.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from pipeline.mentions.dates.checks.word_kinds import BEHIND_HEADS
from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings

_LEAST = 3  # days that make a week
_WEEK = dt.timedelta(days=7)


def days_of_week(readings: Sequence[Reading], around: Surroundings, published: dt.date | None) -> Mapping[int, dt.date]:
    """Day of each reading that heads a line as a bare weekday, by its place among the readings.

    Empty where fewer than three rise, where one of them has its day of the month behind it, or where the last such days
    before publication rise as well: then each is resolved by itself. Else they are of the week before publication if
    all is told in the past, of the same week if only what comes before publication is, otherwise of the next.
    """
    heads = [place for place in range(len(readings)) if _heads(readings, place, around)]
    weekdays = [readings[place].value.weekday or 0 for place in heads]
    if published is None or len(heads) < _LEAST or not _rise(weekdays) or _has_days(readings, heads):
        return {}
    if max(weekdays) <= published.isoweekday():
        return {}
    monday = (
        published
        - dt.timedelta(days=published.isoweekday() - 1)
        + _WEEK * _weeks_on(_told(readings, heads, around), weekdays, published.isoweekday())
    )
    return {place: monday + dt.timedelta(days=day - 1) for place, day in zip(heads, weekdays, strict=True)}


def _weeks_on(told: Sequence[bool], weekdays: Sequence[int], today: int) -> int:
    """How many weeks the headed one lies from that of publication: -1, 0 or 1."""
    before = [past for past, day in zip(told, weekdays, strict=True) if day < today]
    after = [past for past, day in zip(told, weekdays, strict=True) if day >= today]
    if not before:
        return -1 if _mostly(after) else 0
    if _mostly(before):
        return -1 if _mostly(after) else 0
    return 1


def _mostly(told: Sequence[bool]) -> bool:
    return 2 * sum(told) > len(told)


def _rise(days: Sequence[int]) -> bool:
    return list(days) == sorted(set(days))


def _heads(readings: Sequence[Reading], place: int, around: Surroundings) -> bool:
    """«Среда. …» at the head of a line; «воскресенье» of «Суббота и воскресенье. …» as well."""
    reading = readings[place]
    bare = reading.value.weekday is not None and reading.value.step is None and reading.value.shift is None
    before = around.kind(reading.first - 1)
    joined = before == "and" and place > 0 and readings[place - 1].last == reading.first - 1
    opens = before == "break" or (joined and around.kind(readings[place - 1].first - 1) == "break")
    return bare and opens and around.kind(reading.last) in BEHIND_HEADS | {"and"}


def _has_days(readings: Sequence[Reading], heads: Sequence[int]) -> bool:
    """«Понедельник. 20 ноября мост закрыли»."""
    behind = [(readings[place], readings[place + 1]) for place in heads if place + 1 < len(readings)]
    return any(after.first - head.last <= 1 and after.value.day is not None for head, after in behind)


def _told(readings: Sequence[Reading], heads: Sequence[int], around: Surroundings) -> list[bool]:
    """Of each head whether the first verb behind it is in the past."""
    words = around.tokens.words
    ends = [*(around.atoms.token(readings[place].first) for place in heads[1:]), len(words)]
    told = []
    for place, end in zip(heads, ends, strict=True):
        begin = around.atoms.token(readings[place].last - 1) + 1
        told.append("Past" in [tense for word in words[begin:end] if (tense := word.features.get("Tense"))][:1])
    return told
