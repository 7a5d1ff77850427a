"""A date without a year that goes on from what was told: «Мост рухнул в январе 2012 года. 8 февраля завели дело»."""

from __future__ import annotations

import datetime as dt

from pipeline.mentions.dates.candidates import around_day, first_from, nearest
from pipeline.mentions.dates.resolution.context import GOES_ON, NEXT, Context
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf


def continued(value: CalendarValue, context: Context) -> str:
    """The next of what has been told, empty where the date is of the article's own time."""
    return _moved_on(value, context) or _gone_on(value, context) or _resumed(value, context)


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
