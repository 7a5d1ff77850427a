"""Values that count from another day: «прошлой осенью», «пять дней назад», «в тот же день»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from pipeline.mentions.dates.candidates import around_day, choose, in_years, render
from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.resolution.spoken import Spoken
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records.edtf import bounds

Found = tuple[str, str]  # value, anchor
_MEMORY = 8  # sentences: no reader counts «на следующий день» from further back
_EVENINGS = {"evening"}
_FINER = {"year": {"day", "week", "month"}, "month": {"day", "week"}}  # units of which a stage tells nothing
_LENGTHS = {"year": 4, "month": 7}  # letters of its EDTF


def resolve_deictic(value: CalendarValue, context: Context) -> Found:
    """EDTF and anchor; both empty where nothing is known to count from."""
    if value.unit in {"hour", "minute"}:
        return _by_clock(value, context)
    base, anchor = _base(value, context)
    if base is None:
        return "", "none"
    if not value.unit:
        return _stepped(value, base), anchor
    counted = _spoken_of(value, context) if anchor == "document" else None
    if counted is not None and _finer(value, counted):
        middle = base + (counted.latest - counted.earliest) / 2
        return _UNITS[value.unit](value, middle)[: _LENGTHS[counted.precision]], anchor
    return _UNITS[value.unit](value, base), anchor


def _finer(value: CalendarValue, counted: Spoken) -> bool:
    """«в 2012 году закрыли, а спустя три месяца открыли»: no month is known, only about which year it was."""
    return value.unit in _FINER.get(counted.precision, ()) and (value.shift is not None or value.unit == "day")


def count_from(value: CalendarValue, day: dt.date) -> str:
    """A shift from a day that is said: two days before the New Year."""
    return _UNITS[value.unit](value, day) if value.unit in _UNITS else ""


def _base(value: CalendarValue, context: Context) -> tuple[dt.date | None, str]:
    """The day to count from: of the article, or of what it has just spoken of."""
    spoken = _spoken_of(value, context)
    narrated = value.base == "document" or (value.base == "clause" and context.outlook == "past")
    if value.base == "clause" and spoken and context.published and spoken.paragraph != context.paragraph:
        narrated = False
    if value.base == "event":
        return (_edge(spoken, value), "document") if spoken else (None, "none")
    if spoken is not None and context.published and context.sentence - spoken.sentence > _MEMORY:
        narrated = False
    if narrated and spoken is not None:
        return _edge(spoken, value), "document"
    if context.published is not None:
        ahead = (value.shift or value.step or 0) > 0
        unknown = ahead and narrated and context.outlook != "future"  # «уволили спустя год»
        return (None, "none") if unknown else (context.published, "published")
    return (_edge(spoken, value), "document") if spoken is not None else (None, "none")


def _spoken_of(value: CalendarValue, context: Context) -> Spoken | None:
    """The day or stretch of the account that the expression takes up."""
    if value.base == "event":
        return context.here if value.unit in {"day", "week"} and context.here else context.near
    last, told, day = context.last, context.told or context.last, context.day
    if value.unit not in {"day", "week"}:
        again = value.unit and value.step == 0 and last is not None and last.paragraph == context.paragraph
        return last if again else told  # «к маю 1937 года … в ноябре того же года»
    if value.unit == "day" and _ahead(day, context):
        day = context.told_day or day  # «откроют 20 октября. В тот же день обсудили»: of what was
    stage = told is not None and told.precision in _FINER and told.paragraph == context.paragraph
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
    """Later things count from the end of what was spoken of."""
    return spoken.latest if spoken.precision == "range" and (value.shift or value.step or 0) > 0 else spoken.earliest


def _by_clock(value: CalendarValue, context: Context) -> Found:
    """«через сорок минут» after a clock time; «два часа назад» is a time of the day of publication."""
    known = context.here.time if context.here else None
    if value.base != "published" and known is not None:
        delta = dt.timedelta(**{f"{value.unit}s": value.shift or 0})
        try:
            return (known + delta).isoformat(timespec="minutes"), "document"
        except OverflowError:
            return "", "none"
    if value.base == "published" and context.published and abs(value.shift or 0) <= 12:
        return context.published.isoformat(), "published"
    return "", "none"


def _stepped(value: CalendarValue, base: dt.date) -> str:
    """The last, this or next one of a weekday, month, season or part of the day."""
    step = value.step or 0
    if value.weekday is not None or value.weekend:
        return _stepped_weekday(value, base, step)
    if value.month is None and value.period is None:
        return _stepped_part(value, base, step)
    if value.strict:
        return _neighbour(around_day(replace(value, step=None), base), base, step)
    year = base.year + step
    if value.period == 24 and step == 0 and base.month <= 2:
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


def _days(value: CalendarValue, base: dt.date) -> str:
    return _moved(base, (value.shift or 0) + (value.step or 0))


def _moved(base: dt.date, days: int) -> str:
    try:
        return (base + dt.timedelta(days=days)).isoformat()
    except OverflowError:
        return ""


def _weeks(value: CalendarValue, base: dt.date) -> str:
    if value.shift is not None:
        return _moved(base, 7 * value.shift)
    monday = base + dt.timedelta(days=7 * (value.step or 0) - base.weekday())
    if value.weekday is not None:
        return _moved(monday, value.weekday - 1)
    return f"{monday}/{monday + dt.timedelta(days=6)}"


def _months(value: CalendarValue, base: dt.date) -> str:
    year, month = divmod(base.year * 12 + base.month - 1 + (value.shift or 0) + (value.step or 0), 12)
    return _first(in_years(CalendarValue(month=month + 1, day=value.day), [year]))


def _months_and_half(value: CalendarValue, base: dt.date) -> str:
    """«полтора месяца назад» lies in the month of the day 45 days away."""
    return _moved(base, 45 * (value.shift or 0))[:7]


def _parts(length: int, code: int) -> Callable[[CalendarValue, dt.date], str]:
    """Quarters (3 months, codes from 33) and half-years (6 months, codes from 40)."""

    def parts(value: CalendarValue, base: dt.date) -> str:
        count = 12 // length
        index = base.year * count + (base.month - 1) // length + (value.shift or 0) + (value.step or 0)
        return _first(in_years(CalendarValue(period=code + index % count), [index // count]))

    return parts


def _years(value: CalendarValue, base: dt.date) -> str:
    return _first(in_years(value, [base.year + (value.shift or 0) + (value.step or 0)]))


def _decades(value: CalendarValue, base: dt.date) -> str:
    if value.shift is not None:
        return _first(in_years(CalendarValue(), [base.year + 10 * value.shift]))
    return f"{base.year // 10 + (value.step or 0):03}X"


def _centuries(value: CalendarValue, base: dt.date) -> str:
    if value.shift is not None:
        return _first(in_years(CalendarValue(), [base.year + 100 * value.shift]))
    return f"{(base.year - 1) // 100 + (value.step or 0):02}XX"


def _first(options: list[str]) -> str:
    return options[0] if options else ""


_UNITS: Mapping[str, Callable[[CalendarValue, dt.date], str]] = {
    "day": _days,
    "week": _weeks,
    "month": _months,
    "month_and_half": _months_and_half,
    "quarter": _parts(3, 33),
    "half": _parts(6, 40),
    "year": _years,
    "decade": _decades,
    "century": _centuries,
}
