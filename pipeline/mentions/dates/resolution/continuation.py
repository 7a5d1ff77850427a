"""A date without a year that goes on from what was told: «Мост рухнул в январе 2012 года. 8 февраля завели дело»."""

from __future__ import annotations

import datetime as dt

from pipeline.mentions.dates.candidates import around_day, choose, first_from, last_until, nearest, render
from pipeline.mentions.dates.resolution.context import GOES_ON, NEXT, Context
from pipeline.mentions.dates.resolution.spoken import EXACT
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf

_LONG = 250  # days: what follows further off would have its year
_OF_NEWS = 60  # days: so near to publication a day is of the news, whatever was told before it
_SEASON = 62  # days: so soon the next season of a report begins, else it speaks of the last one


def continued(value: CalendarValue, context: Context) -> str:
    """The next of what has been told, empty where the date is of the article's own time."""
    return (
        _moved_on(value, context)
        or _gone_on(value, context)
        or _resumed(value, context)
        or _of_old_year(value, context)
    )


def _of_old_year(value: CalendarValue, context: Context) -> str:
    """«В 1941 году из города вывезли заводы. 8 сентября его окружили»: in a text of March no day of this year."""
    year = context.old_year
    if year is None or value.month is None or value.awaited or _is_of_news(value, context):
        return ""
    return render(value, year)


def _is_of_news(value: CalendarValue, context: Context) -> bool:
    """«Завод построен в 1941 году. 20 февраля он сгорел» in a text of March."""
    day = context.published
    return day is not None and abs((_begin(nearest(around_day(value, day), day)) - day).days) < _OF_NEWS


def _moved_on(value: CalendarValue, context: Context) -> str:
    """«Весной суд замер, слушания отодвинули до июля»: of what has been moved the later day is next to the first."""
    spoken = context.last
    if spoken is None or not context.moved or spoken.sentence != context.sentence or value.open_end:
        return ""
    if context.published is None or spoken.latest > context.published or spoken.precision not in EXACT:
        return ""
    return first_from(around_day(value, spoken.latest), spoken.latest)


def _gone_on(value: CalendarValue, context: Context) -> str:
    """«Мост рухнул в январе 2012 года. 8 февраля завели дело»: right behind a day of other years."""
    if context.distant is None:
        return ""
    if context.published is None:
        return _without_publication(value, context, context.distant)
    pick = nearest if context.outlook == "none" else first_from
    found = pick(around_day(value, context.distant), context.distant)
    season = context.told is not None and context.told.precision == "season"
    return found if _within(found, context.distant, GOES_ON if season else NEXT) else ""


def _without_publication(value: CalendarValue, context: Context, since: dt.date) -> str:
    """What is told next; a report comes back to its own time from what it tells of other years.

    «Цех, купленный в 2010 году, 11 апреля встал» in a report of April 2013 is 2013.
    """
    ahead = context.outlook in {"planned", "future"}
    own = context.own or (context.later if ahead else None)
    back = _back(value, own, context) if own is not None else ""
    if back:
        return back
    if context.told is not None and context.told.precision == "year":
        return first_from(around_day(value, since), since)
    return _next_told(value, context, since, ahead=ahead)


def _next_told(value: CalendarValue, context: Context, since: dt.date, *, ahead: bool) -> str:
    """The next one after a day, unless that is most of a year on: «сессия прошла 20 апреля; в феврале умер ректор»."""
    earlier = context.own is not None and since < context.own
    start = context.own if context.own is not None and earlier else since
    options = around_day(value, start)
    found = (nearest if context.outlook == "none" or (earlier and not ahead) else first_from)(options, start)
    season = value.period is not None and context.own is not None and not ahead
    same_year = context.own is None and _begin(found).year == start.year
    near = same_year or value.awaited or _within(found, start, _SEASON if season else _LONG)
    return found if near else last_until(options, start)


def _back(value: CalendarValue, own: dt.date, context: Context) -> str:
    """The value in the own time of a report, where it has come back to it; else empty."""
    told = context.told
    if told is None or (own - told.latest).days <= _LONG:
        return ""
    near = nearest(around_day(value, own), own)
    if told.precision == "year" and value.day is not None and abs((_begin(near) - own).days) <= GOES_ON:
        return near
    return choose(around_day(value, own), own, context.outlook) if told.paragraph != context.paragraph else ""


def _begin(text: str) -> dt.date:
    """The first day of a value, the last of all days where it has none: that is within no time of anything."""
    return edtf.bounds(text)[0] or dt.date.max


def _resumed(value: CalendarValue, context: Context) -> str:
    """«Мост рухнул в январе 2012 года. … Дело завели 8 февраля»: an account of other years goes on within months.

    One of other centuries goes on over paragraphs: «Бунт начался 29 мая 1730 года. … 5 июня солдаты вломились».
    """
    if value.awaited or (value.month is None and value.period is None):
        return ""
    history = context.history(day=value.day is not None)
    if history and _is_of_news(value, context) and context.lived_through(history):
        history = None  # «Он родился 5 января 1970 года. … 3 марта он скончался»
    ahead = context.other_years if value.month and _is_still_ahead(value, context) else None
    stage = context.stage if value.month else None
    for since, days in ((stage, GOES_ON), (history, context.next_of_history), (ahead, GOES_ON)):
        found = first_from(around_day(value, since), since) if since else ""
        if since and _within(found, since, days):
            return found
    return ""


def _is_still_ahead(value: CalendarValue, context: Context) -> bool:
    """«Первый бой был 23 марта» in a text of the 16th: it was in no March of now."""
    day = context.published
    if day is None or context.outlook != "past" or value.open_start:
        return False
    return 0 < (_begin(nearest(around_day(value, day), day)) - day).days < GOES_ON


def _within(found: str, since: dt.date, days: int) -> bool:
    return (_begin(found) - since).days <= days
