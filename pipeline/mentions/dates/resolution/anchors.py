"""The day that a value counts from: of the article, or what it has just spoken of."""

from __future__ import annotations

import datetime as dt

from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.resolution.spoken import Spoken
from pipeline.mentions.dates.values import CalendarValue

Found = tuple[str, str]  # value, anchor
_NEXT = {"year", "month", "week"}
_LATELY = 7  # days
_CLOSE = 4  # sentences
_MEMORY = 8  # sentences: no reader counts «на следующий день» from further back
_LONG = {"decade", "century"}
FINER = {"year": {"day", "week", "month"}, "month": {"day", "week"}}  # units of which a stage tells nothing


def find_anchor(value: CalendarValue, context: Context) -> tuple[dt.date | None, str]:
    """The day to count from, and whether the article has told it or was published on it."""
    if value.base == "published" and context.published is None:  # «60 лет назад»: of what was told it says nothing
        return (context.own, "document") if context.own is not None else (None, "none")
    if value.base == "eve" and (eve := _day_awaited(context)) is not None:
        return eve, "document"
    spoken = spoken_of(value, context)
    narrated = _is_narrated(value, spoken, context)
    if value.base == "event" or (narrated and spoken is not None) or context.published is None:
        return (_edge(spoken, value), "document") if spoken is not None else (None, "none")
    ahead = (value.shift or value.step or 0) > 0
    told = narrated or (value.base == "clause" and context.outlook == "past")
    # «уволили спустя год», «через день сняли» far from any day
    unknown = ahead and told and context.outlook != "future"
    return (None, "none") if unknown else (context.published, "published")


def _day_awaited(context: Context) -> dt.date | None:
    """«Саммит пройдёт 23 сентября; накануне соберётся комитет», «условились на 2 октября, но накануне …» weeks ago.

    Days nearer to publication say little: of them «накануне» is mostly yesterday.
    """
    day, published = context.day, context.published
    if day is None or published is None or day.sentence != context.sentence:
        return None
    ahead = context.outlook == "future" and day.earliest > published
    return day.earliest if ahead or (published - day.earliest).days > _LATELY else None


def _is_next(value: CalendarValue) -> bool:
    """«в сорок третьем был ранен, на следующий год умер», «следующей весной пришёл флот»."""
    return value.unit in _NEXT or value.period is not None or value.month is not None


def _is_narrated(value: CalendarValue, spoken: Spoken | None, context: Context) -> bool:
    """Whether it counts from what was told: by its tense alone only in the same paragraph, and never from far back."""
    by_tense = value.base == "clause" or (value.step == 1 and _is_next(value) and not value.strict)
    narrated = value.base == "document" or (by_tense and context.outlook == "past")
    if spoken is None or context.published is None:
        return narrated
    if value.base == "clause" and spoken.paragraph != context.paragraph:
        return narrated and context.sentence - spoken.sentence <= _CLOSE
    return narrated and context.sentence - spoken.sentence <= _MEMORY


def spoken_of(value: CalendarValue, context: Context) -> Spoken | None:
    """The day or stretch of the account that the expression takes up."""
    if value.base == "event":
        return context.here if value.unit in {"day", "week"} and context.here else context.near
    last, told, day = context.last, context.told or context.last, context.day
    if value.unit not in {"day", "week"}:
        again = value.unit and value.step == 0 and last is not None and last.paragraph == context.paragraph
        return last if again else told  # «к маю 1937 года … в ноябре того же года»
    if value.unit == "day" and _ahead(day, context):
        day = context.told_day or day  # «откроют 20 октября. В тот же день обсудили»: of what was
    aside = told is not None and told.precision == "year" and told.sentence < context.sentence
    if aside and day is not None and context.sentence - day.sentence <= _CLOSE:
        return day  # «5 марта потушили. Склад построен в 1987 году. Накануне …»
    stage = told is not None and told.precision in FINER and told.paragraph == context.paragraph
    later = stage and told is not None and (day is None or told.sentence > day.sentence)
    if later and value.step == 0 and day is not None:
        return day  # «Вчера сдали дамбу, начатую в 2020 году. В тот же день …»: no year is a day
    return told if later else day  # «В мае он слёг, спустя три недели скончался»


def _ahead(day: Spoken | None, context: Context) -> bool:
    """A day to come, where what was is told."""
    if context.outlook not in {"past", "none"} or context.published is None:
        return False
    return day is not None and day.earliest > context.published


def _edge(spoken: Spoken, value: CalendarValue) -> dt.date:
    """Later things count from the end of what was spoken of, what is of a century from within: 1900 opens «XX век»."""
    if spoken.precision in _LONG:
        return spoken.earliest + (spoken.latest - spoken.earliest) / 2
    return spoken.latest if spoken.precision == "range" and (value.shift or value.step or 0) > 0 else spoken.earliest
