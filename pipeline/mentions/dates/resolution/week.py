"""The days of a week that head the lines: of the week that was, or of the one to come.

«Понедельник. В Пуэбле начинается процесс. | Вторник. Истекает срок. | Суббота. Откроют сквер», printed on a Friday.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings

_LEAST = 3  # days that make a week
_BEHIND = {"dot", "dash", "colon"}
_WEEK = dt.timedelta(days=7)


def days_of_week(readings: Sequence[Reading], around: Surroundings, published: dt.date | None) -> Mapping[int, dt.date]:
    """Day of each reading that heads a line as a weekday, by its place among the readings.

    Empty where fewer than three rise, or where the last such days before publication rise as well: then each is
    resolved by itself. Else, where what they head is told in the past, they are of the week before, otherwise of the
    one that begins with publication.
    """
    heads = [place for place in range(len(readings)) if _heads(readings, place, around)]
    weekdays = [readings[place].value.weekday or 0 for place in heads]
    if published is None or len(heads) < _LEAST or not _rise(weekdays):
        return {}
    latest = [published - dt.timedelta(days=(published.isoweekday() - day) % 7) for day in weekdays]
    if _rise(latest):
        return {}
    first = latest[0]
    if _told(readings, heads, around):
        first -= _WEEK
    elif first < published:
        first += _WEEK
    return {place: first + dt.timedelta(days=day - weekdays[0]) for place, day in zip(heads, weekdays, strict=True)}


def _rise(days: Sequence[int] | Sequence[dt.date]) -> bool:
    return list(days) == sorted(set(days))


def _heads(readings: Sequence[Reading], place: int, around: Surroundings) -> bool:
    """«Среда. …» at the head of a line; «воскресенье» of «Суббота и воскресенье. …» as well."""
    reading = readings[place]
    before = around.kind(reading.first - 1)
    joined = before == "and" and place > 0 and readings[place - 1].last == reading.first - 1
    opens = before == "break" or (joined and around.kind(readings[place - 1].first - 1) == "break")
    return reading.value.weekday is not None and opens and around.kind(reading.last) in {*_BEHIND, "and"}


def _told(readings: Sequence[Reading], heads: Sequence[int], around: Surroundings) -> bool:
    """Whether the verb that follows each head is mostly in the past."""
    words = around.tokens.words
    ends = [*(around.atoms.token(readings[place].first) for place in heads[1:]), len(words)]
    tenses = []
    for place, end in zip(heads, ends, strict=True):
        begin = around.atoms.token(readings[place].last - 1) + 1
        tenses += [tense for word in words[begin:end] if (tense := word.features.get("Tense"))][:1]
    return 2 * tenses.count("Past") > len(tenses)
