"""Values without a year: the tense, the day of publication and what was told choose it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pipeline.mentions.dates.candidates import FAR, MONTH_AGO, around_day, beside, choose, first_from, render
from pipeline.mentions.dates.outlook.word import Outlook
from pipeline.mentions.dates.resolution.anchors import Found
from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.resolution.continuation import continued
from pipeline.mentions.dates.values import CalendarValue

_DAWN = {"dawn": 6, "morning": 9, "night": 3, "noon": 12, "midnight": 0}


def resolve_bare(value: CalendarValue, context: Context) -> Found:
    """Value and anchor of a time of day, a number of a day, or anything else that has no year."""
    if value.level in {"clock", "part"}:
        return _time_of_day(value, context)
    if value.level == "day_number":
        return _day_number(value, context)
    calendar = value.weekday is None and not value.weekend
    if calendar and context.headed is not None and _is_told_of(context.headed, context):
        return render(value, context.headed), "document"
    told = continued(value, context) if calendar else ""
    if told:
        return told, "document"
    today = context.today if calendar else context.week
    if today is None:
        return yearless(value), "none"
    outlook, sure = _expected(value, context)
    far = MONTH_AGO if context.alone else FAR
    anchor = "published" if context.published else "document"
    return choose(around_day(value, today), today, outlook, sure=sure, far=far), anchor


def _is_told_of(year: int, context: Context) -> bool:
    """«В 2022 году суд отклонил иск в марте»; a plan of a sentence that begins with a year long over is not of it."""
    over = context.published is not None and year < context.published.year
    return not (over and context.outlook in {"future", "planned"})


def _expected(value: CalendarValue, context: Context) -> tuple[Outlook, bool]:
    """Which way to look for the date: as its clause does, unless what is moved, lasts or is awaited tells better."""
    outlook, sure = context.outlook, context.sure
    if context.moved and outlook == "planned" and value.weekday is not None:
        outlook = "future"  # «перенесли на воскресенье»
    if value.open_start and value.weekday is not None and outlook == "past" and sure:
        outlook = "future"  # «закрыли до понедельника», not «работал до понедельника»
    if value.open_end and outlook == "present":  # «действует с 1 мая»; «вступает в силу с 18 апреля» is days ahead
        outlook, sure = "past", False
    deadline = value.open_start or (value.open_end and value.awaited)  # «до 1 мая», «не раньше 1 мая»
    if value.holiday and value.open_start and outlook in {"none", "present"}:
        outlook = "future"  # «до Нового года осталось три дня»
    over = value.weekday is not None and outlook == "past" and sure  # «к четвергу удалось потушить»
    awaited = value.awaited and outlook in {"past", "present"} and not over
    if awaited or (deadline and outlook in {"past", "present", "none"}):
        outlook = "planned"
    return outlook, sure


def yearless(value: CalendarValue) -> str:
    """What is known without a year: `XXXX-11-20`; empty for a weekday."""
    if value.month is None and value.period is None:
        return ""
    month = value.month if value.month is not None else value.period
    return f"XXXX-{month:02}" + (f"-{value.day:02}" if value.day is not None else "")


def _day_number(value: CalendarValue, context: Context) -> Found:
    """«29-го», «на 31-е»: the one nearest to the day spoken of, else what the tense says."""
    spoken = context.last
    if spoken and spoken.precision == "month" and context.sentence - spoken.sentence <= 1:
        return render(replace(value, month=spoken.earliest.month), spoken.earliest.year), "document"
    close = spoken and (context.published is None or abs((context.published - spoken.latest).days) < 100)
    if spoken and close and context.moved and context.sentence == spoken.sentence and not value.open_end:
        return first_from(around_day(value, spoken.latest), spoken.latest), "document"  # «с 1 марта … до 22-го»
    if spoken and close and context.sentence - spoken.sentence <= 4:
        found = beside(_of_its_month(around_day(value, spoken.latest), spoken.latest, context), spoken.latest)
        if context.outlook != "past" or context.published is None or found <= context.published.isoformat():
            return found, "document"
    if context.today is None:
        return f"XXXX-XX-{value.day:02}", "none"
    outlook = "future" if context.outlook == "present" else context.outlook  # «заседают 27-го»
    return choose(around_day(value, context.today), context.today, outlook), "published"


def _of_its_month(options: list[str], day: dt.date, context: Context) -> list[str]:
    """«Совет собирался 2 апреля. Следующее назначили на 30-е»: a plan is not of the month before."""
    own = [text for text in options if text.startswith(f"{day:%Y-%m}")]
    behind = context.last is not None and context.last.sentence < context.sentence
    return own if own and behind and context.outlook == "planned" else options


def _time_of_day(value: CalendarValue, context: Context) -> Found:
    """«в 8:15» is on the day the paragraph speaks of; «на рассвете» after an evening on the next."""
    here = context.here or (context.day if value.base == "document" else None)
    ahead = here is not None and context.published is not None and here.earliest > context.published
    if here is None or (here.precision == "range" and ahead):  # «до 6 июля закрыт. Вечером горел» is not of the 6th
        return (context.published.isoformat(), "published") if context.published else ("", "none")
    day = here.earliest
    hour = value.hour if value.hour is not None else _DAWN.get(value.part)
    if here.time is not None and hour is not None and hour + 6 < here.time.hour:
        day += dt.timedelta(days=1)
    return day.isoformat(), "document"
