"""The last, this or next one of something that comes again: «прошлой осенью», «в минувшую среду»."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pipeline.mentions.dates.candidates import around_day, choose, render
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records.edtf import bounds

_WINTER, _LAST_OF_WINTER, _SPRING = 24, 2, 5  # «следующей зимой» in spring is the one to come
_EVENINGS = {"evening"}


def stepped(value: CalendarValue, base: dt.date) -> str:
    """The last, this or next one of a weekday, month, season or part of the day."""
    step = value.step or 0
    if value.weekday is not None or value.weekend:
        return _stepped_weekday(value, base, step)
    if value.month is None and value.period is None:
        return _stepped_part(value, base, step)
    if value.strict:
        return _neighbour(around_day(replace(value, step=None), base), base, step)
    year = base.year + step
    if value.period == _WINTER and (base.month <= _LAST_OF_WINTER or (step >= 0 and base.month <= _SPRING)):
        year -= 1
    return render(value, year)


def _neighbour(options: list[str], base: dt.date, step: int) -> str:
    """The last one that is over, or the next one not yet begun: «минувшим летом», «предстоящей весной»."""
    spans = [(text, *bounds(text)) for text in options]
    over = [text for text, _, latest in spans if latest and latest < base]
    ahead = [text for text, earliest, _ in spans if earliest and earliest > base]
    return over[-1] if step < 0 else ahead[0]


def _stepped_weekday(value: CalendarValue, base: dt.date, step: int) -> str:
    bare = replace(value, step=None)
    if value.strict and step:
        day = base + dt.timedelta(days=step)
        return choose(around_day(bare, day), day, "past" if step < 0 else "future")
    return around_day(bare, base + dt.timedelta(days=7 * step))[1]


def _stepped_part(value: CalendarValue, base: dt.date, step: int) -> str:
    """«минувшей ночью» ended on the day itself, «прошлым вечером» the day before."""
    days = step if step > 0 or value.part in _EVENINGS else 0
    return (base + dt.timedelta(days=days)).isoformat()
