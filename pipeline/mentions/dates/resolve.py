"""Third step: from a calendar value to EDTF, by publication date, what was spoken of before, and the clause."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.mentions.dates.candidates import (
    FAR,
    MONTH_AGO,
    around_day,
    beside,
    choose,
    first_from,
    last_until,
    nearest,
    render,
)
from pipeline.mentions.dates.resolution.anchors import Found
from pipeline.mentions.dates.resolution.context import GOES_ON, NEXT, Context
from pipeline.mentions.dates.resolution.deictic import resolve_deictic
from pipeline.mentions.dates.resolution.units import count_from
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf

_PIVOT_AHEAD = 20  # a two-digit year may lie so many years after publication
_DEFAULT_YEAR = 2025
_LAST_YEAR = 3000
_OUR_TIME = ("19", "20")
_DAWN = {"dawn": 6, "morning": 9, "night": 3, "noon": 12, "midnight": 0}


class Resolution(NamedTuple):
    """EDTF (empty where nothing is known), what it was resolved by, and what contradicts it."""

    value: str
    anchor: str
    conflict: str = ""


def resolve(value: CalendarValue, context: Context) -> Resolution:
    """Resolve a value; what lies outside of the calendar of history («через 2000 лет») is left unknown."""
    found = _resolved(value, context)
    return found if _within_history(found.value) else found._replace(value="", anchor="none")


def _within_history(text: str) -> bool:
    if text.startswith(_OUR_TIME):
        return "/" not in text or text[text.index("/") + 1 :].startswith((*_OUR_TIME, ".."))
    return all(year <= _LAST_YEAR for year in map(int, re.findall(r"(?<![-\d])\d{4}", text)))


def _resolved(value: CalendarValue, context: Context) -> Resolution:
    """Resolve ranges end to end, and check a second cue against the first."""
    if value.end is not None:
        text, anchor = _range(value, value.end, context)
        return Resolution(value=text, anchor=anchor)
    text, anchor = _timed(value, context)
    conflict = _conflict(value.witness, text, context) if value.witness and text else ""
    if context.moved:
        return Resolution(value=text, anchor=anchor, conflict=conflict)
    latest = edtf.bounds(text)[1] if text and value.open_start else None
    if latest and _is_new_year(value):
        text = f"../{latest - dt.timedelta(days=1)}"
    elif latest and value.whole and not text.startswith(".."):
        text = f"../{latest}"
    elif text and value.open_start and "/" not in text:
        text = f"../{text}"
    elif text and value.open_end and "/" not in text:
        text = f"{text}/.."
    return Resolution(value=text, anchor=anchor, conflict=conflict)


def _is_new_year(value: CalendarValue) -> bool:
    """«до Нового года» is the old one: the 31st of December is the last day."""
    return value.holiday and (value.month, value.day) == (1, 1)


def _timed(value: CalendarValue, context: Context) -> Found:
    text, anchor = _single(value, context)
    if value.hour is None or len(text) != 10 or text.startswith("X"):
        return text, anchor
    hour, day = value.hour, dt.date.fromisoformat(text)
    if hour == 24 or (value.part == "midnight" and value.day is None):
        over = value.hour == 0 and context.outlook == "past" and day == context.published
        hour, day = 0, day + dt.timedelta(days=0 if over else 1)
    return f"{day}T{hour:02}:{value.minute or 0:02}", anchor


def _single(value: CalendarValue, context: Context) -> Found:
    if value.nth is not None:
        month, anchor = _single(_month_of(value), context)
        return _nth_day(value, month), anchor
    if value.origin is not None:
        day, anchor = _single(value.origin, context)
        origin = edtf.bounds(day)[0] if day else None
        return (count_from(value, origin), anchor) if origin else ("", "none")
    if value.event:
        return (count_from(value, context.event), "document") if context.event else ("", "none")
    said = _explicit(value, context)
    if said is not None:
        return said, "explicit"
    if value.deictic and value.level != "clock":
        return resolve_deictic(value, context)
    return _bare(value, context)


def _explicit(value: CalendarValue, context: Context) -> str | None:
    """What needs nothing but itself: a year, decade or century is said."""
    if value.century is not None:
        return _century(value)
    if value.decade is not None:
        return _decade(value, context)
    if value.year is not None and value.bce:
        return f"-{value.year - 1:04}"  # astronomical: the year before 1 is 0
    year = value.year if value.short_year is None else _full_year(value.short_year, context)
    return render(value, year) if year is not None else None


def _month_of(value: CalendarValue) -> CalendarValue:
    """The month or year of «второй вторник октября», «последние выходные года»."""
    unit = "" if value.unit == "week" else value.unit
    return replace(value, nth=None, weekday=None, weekend=False, unit=unit)


def _nth_day(value: CalendarValue, month: str) -> str:
    """«последнее воскресенье марта», «последний день октября»; empty where the month has no such day."""
    first, last = edtf.bounds(month)
    if first is None or last is None:
        return ""
    days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    nth = value.nth or 0
    if value.unit == "week" or value.weekend:
        return _nth_week(days, nth, 6 if value.weekend else 1)
    fitting = [day for day in days if value.weekday is None or day.isoweekday() == value.weekday]
    return fitting[nth if nth < 0 else nth - 1].isoformat() if abs(nth) <= len(fitting) and nth else ""


def _nth_week(days: Sequence[dt.date], nth: int, weekday: int) -> str:
    """From its Monday, or of a weekend its Saturday, to Sunday: those that lie in the month as a whole."""
    length = dt.timedelta(days=7 - weekday)
    weeks = [f"{day}/{day + length}" for day in days if day.isoweekday() == weekday and day + length <= days[-1]]
    return weeks[nth if nth < 0 else nth - 1] if abs(nth) <= len(weeks) and nth else ""


def _full_year(short: int, context: Context) -> int:
    """Pivot: the latest year with these digits that is not far ahead of publication, nor ahead at all of what was."""
    now = context.published.year if context.published else _DEFAULT_YEAR
    year = now - now % 100 + short
    return year if year <= now + (0 if context.outlook == "past" else _PIVOT_AHEAD) else year - 100


def _century(value: CalendarValue) -> str:
    century = value.century or 0
    if value.decade is not None and not value.bce:
        return f"{century:02}{value.decade % 10}X"
    return f"-{century:02}XX" if value.bce else f"{century:02}XX"


def _decade(value: CalendarValue, context: Context) -> str:
    """«90-е» are those of the twentieth century, «нулевые» and «10-е» of this one, unless the century is said."""
    decade = value.decade or 0
    if value.unit == "century" and context.published:
        return f"{(context.published.year - 1) // 100 + (value.step or 0):02}{decade % 10}X"
    if decade >= 10:
        return f"{decade:03}X"
    return f"{190 + decade}X" if decade >= 2 else f"{200 + decade}X"


def _bare(value: CalendarValue, context: Context) -> Found:
    level = value.level
    if level in {"clock", "part"}:
        return _time_of_day(value, context)
    if level == "day_number":
        return _day_number(value, context)
    calendar = value.weekday is None and not value.weekend
    moved = _moved_on(value, context) if calendar else ""
    if moved:
        return moved, "document"
    resumed = (_gone_on(value, context) or _resumed(value, context)) if calendar else ""
    if resumed:
        return resumed, "document"
    today = context.today if calendar else context.week
    if today is None:
        return _yearless(value), "none"
    outlook = context.outlook
    if context.moved and outlook == "planned" and value.weekday is not None:
        outlook = "future"  # «перенесли на воскресенье»
    sure = context.sure
    if value.open_start and value.weekday is not None and outlook == "past" and sure:
        outlook = "future"  # «закрыли до понедельника», not «работал до понедельника»
    if value.open_end and outlook == "present":  # «действует с 1 мая»; «вступает в силу с 18 апреля» is days ahead
        outlook, sure = "past", False
    deadline = value.open_start or (value.open_end and value.awaited)  # «до 1 мая», «не раньше 1 мая»
    awaited = value.awaited and outlook in {"past", "present", "future"}
    if awaited or (deadline and outlook in {"past", "present", "none"}):
        outlook = "planned"
    anchor = "published" if context.published else "document"
    return choose(around_day(value, today), today, outlook, sure=sure, far=MONTH_AGO if context.alone else FAR), anchor


def _moved_on(value: CalendarValue, context: Context) -> str:
    """«Весной суд замер, слушания отодвинули до июля»: of what has been moved the later day is next to the first."""
    spoken = context.last
    if spoken is None or not context.moved or spoken.sentence != context.sentence or value.open_end:
        return ""
    if context.published is None or spoken.latest > context.published or spoken.precision == "range":
        return ""
    return first_from(around_day(value, spoken.latest), spoken.latest)


def _gone_on(value: CalendarValue, context: Context) -> str:
    """«Мост рухнул в январе 2012 года. 8 февраля завели дело»: right behind a day of other years."""
    if context.distant is None:
        return ""
    pick = nearest if context.outlook == "none" else first_from
    found = pick(around_day(value, context.distant), context.distant)
    season = context.told is not None and context.told.precision == "season"
    return found if context.published is None or _within(found, context.distant, GOES_ON if season else NEXT) else ""


def _resumed(value: CalendarValue, context: Context) -> str:
    """«Мост рухнул в январе 2012 года. … Дело завели 8 февраля»: an account of other years goes on within months.

    One of other centuries goes on over paragraphs: «Бунт начался 29 мая 1730 года. … 5 июня солдаты вломились».
    """
    if value.awaited or (value.month is None and value.period is None):
        return ""
    for since, days in ((context.stage if value.month else None, GOES_ON), (context.history, context.next_of_history)):
        found = first_from(around_day(value, since), since) if since else ""
        if since and _within(found, since, days):
            return found
    return ""


def _within(found: str, since: dt.date, days: int) -> bool:
    earliest = edtf.bounds(found)[0]
    return earliest is not None and (earliest - since).days <= days


def _yearless(value: CalendarValue) -> str:
    if value.month is None and value.period is None:
        return ""
    month = value.month if value.month is not None else value.period
    return f"XXXX-{month:02}" + (f"-{value.day:02}" if value.day is not None else "")


def _day_number(value: CalendarValue, context: Context) -> Found:
    """«29-го», «на 31-е»: the one nearest to the day spoken of, else what the tense says."""
    spoken = context.last
    close = spoken and (context.published is None or abs((context.published - spoken.latest).days) < 100)
    if spoken and close and context.moved and context.sentence == spoken.sentence and not value.open_end:
        return first_from(around_day(value, spoken.latest), spoken.latest), "document"  # «с 1 марта … до 22-го»
    if spoken and close and context.sentence - spoken.sentence <= 4:
        found = beside(around_day(value, spoken.latest), spoken.latest)
        if context.outlook != "past" or context.published is None or found <= context.published.isoformat():
            return found, "document"
    if context.today is None:
        return f"XXXX-XX-{value.day:02}", "none"
    outlook = "future" if context.outlook == "present" else context.outlook  # «заседают 27-го»
    return choose(around_day(value, context.today), context.today, outlook), "published"


def _time_of_day(value: CalendarValue, context: Context) -> Found:
    """«в 8:15» is on the day the paragraph speaks of; «на рассвете» after an evening on the next."""
    here = context.here
    ahead = here is not None and context.published is not None and here.earliest > context.published
    if here is None or (here.precision == "range" and ahead):  # «до 6 июля закрыт. Вечером горел» is not of the 6th
        return (context.published.isoformat(), "published") if context.published else ("", "none")
    day = here.earliest
    hour = value.hour if value.hour is not None else _DAWN.get(value.part)
    if here.time is not None and hour is not None and hour + 6 < here.time.hour:
        day += dt.timedelta(days=1)
    return day.isoformat(), "document"


def _range(start: CalendarValue, end: CalendarValue, context: Context) -> Found:
    """The end that says more is resolved first and the other counted from it."""
    if not _anchored(start) and _anchored(end):
        last, anchor = _timed(end, context)
        first = _beside(start, last, context, before=True)
    else:
        first, anchor = _timed(start, context)
        last = _timed(end, context)[0] if _anchored(end) else _beside(end, first, context, before=False)
    text = f"{_side(first, 0)}/{_side(last, -1)}" if first and last else first or last
    return (text if edtf.is_valid(text) else first), anchor


def _anchored(value: CalendarValue) -> bool:
    return value.has_year or value.deictic or value.century is not None or value.decade is not None


def _beside(value: CalendarValue, other: str, context: Context, *, before: bool) -> str:
    """A bare end of a range: the nearest of its readings that keeps the range in order."""
    earliest, latest = edtf.bounds(other)
    day = earliest if before else latest
    if value.level in {"clock", "part"}:
        day, start = earliest, other[11:16]
        clock = f"{value.hour or 0:02}:{value.minute or 0:02}"
        if day and not before and clock < start and (value.hour or 0) < 24:
            day += dt.timedelta(days=1)  # «с 23:00 до 5:00»
        return f"{day}T{clock}" if day and (value.hour or 0) < 24 else ""
    if day is None:
        return _yearless(value)
    if before:
        return _with_hour(last_until(around_day(value, day), day), value)
    return _with_hour(first_from(around_day(value, earliest or day), day), value)


def _with_hour(text: str, value: CalendarValue) -> str:
    if value.hour is None or value.hour > 23 or len(text) != 10:
        return text
    return f"{text}T{value.hour:02}:{value.minute or 0:02}"


def _side(value: str, index: int) -> str:
    return value.split("/")[index]


def _conflict(witness: CalendarValue, text: str, context: Context) -> str:
    """What the second cue says where it says something else."""
    earliest, _ = edtf.bounds(text)
    if earliest is None:
        return ""
    if witness.weekday is not None and witness.step is None and witness.unit == "":
        return "" if earliest.isoweekday() == witness.weekday else f"weekday {witness.weekday}, not {earliest}"
    other, _ = _single(witness, context)
    agrees = not other or witness.level != "day" or edtf.bounds(other)[0] == earliest
    return "" if agrees or "/" in other else f"{other}, not {text}"
