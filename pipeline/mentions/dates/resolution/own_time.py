"""An article without a day of publication: whether it tells the year of its own days, and a stand-in where it does not.

«Академик скончался 20 ноября. … Он родился 5 марта 1938 года. В 2003 году вышла книга»: the 20th is of no year that is
told. Its days are resolved as if it had been published in a year apart from all others, and that year is then crossed
out: «тремя днями ранее» is `XXXX-11-17`. Without the book nothing would tell that 1938 is not the year of it all.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.mentions.dates.candidates import render
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf

_FEW = 2  # days without a year, before the first with one, that are still of its year
_APART = 15  # years between the last that is told and the stand-in: «через десять лет» does not reach it
_DEFAULT = 2000
_LATEST = 2200  # a later year is a slip or a prophecy
_FULL = {"day", "month"}


class OwnTime(NamedTuple):
    """What an article tells of its own time.

    Attributes:
        later: the first day or month with its year that it tells of what was.
        ahead: the first one of what is planned.
        own: the last one of what was, if no later year is told: the article reports of that time and is no chronicle.
        stand_in: as if published that day, where nothing tells the year.
    """

    later: dt.date | None = None
    ahead: dt.date | None = None
    own: dt.date | None = None
    stand_in: dt.date | None = None

    def is_made_up(self, day: dt.date | None) -> bool:
        """Whether a day has its year from the stand-in."""
        return self.stand_in is not None and day is not None and abs(day.year - self.stand_in.year) <= 1


def own_time(values: Sequence[CalendarValue], told: Sequence[bool], *, headed: bool) -> OwnTime:
    """What the article tells of its own time.

    Args:
        values: its calendar expressions in the order of the text.
        told: of each, whether it tells of what was rather than of a plan.
        headed: the first of them names what the article is about («за 2015 год», «Год 2012-й»), not when something was.
    """
    of_era = [(value, past) for value, past in zip(values, told, strict=True) if not value.bce]
    values = [value for value, _ in of_era]
    was = [value for value, past in of_era if past]
    ahead = _first_full(value for value, past in of_era if not past)
    later, bare = _first_full(was), _bare_first(values)
    of_was = bool(was) and was[0] is values[0]
    own = _report(was, headed=headed and of_was) if len(bare) <= _FEW else None
    if own is None and bare and (ahead is None or any(map(_is_bare, was))):
        last = max(filter(None, map(_last_year, values)), default=_DEFAULT)
        return OwnTime(ahead=ahead, stand_in=_on(bare[0], last + _APART))
    return OwnTime(later=later, ahead=ahead, own=own)


def crossed_out(value: CalendarValue, text: str) -> str:
    """A value without its made-up year: `XXXX-11-20`, `XXXX-11`; empty where nothing else is known of it.

    «в четверг» and «на прошлой неделе» hang on the calendar of a year, so nothing is left of them. An open range loses
    its open end.
    """
    moves = value.weekday is not None or value.weekend or value.easter is not None
    if moves or (value.deictic and not _counts_days(value)):
        return ""
    sides = [re.sub(r"^\d{4}", "XXXX", side.split("T")[0]) for side in text.split("/") if side != ".."]
    known = "/".join(dict.fromkeys(sides))
    return known if edtf.is_valid(known) and all("-" in side for side in sides) else ""


def _counts_days(value: CalendarValue) -> bool:
    """«тремя днями ранее», «в тот же день», «через неделю»."""
    return value.unit == "day" or (value.unit == "week" and value.shift is not None)


def _last_year(value: CalendarValue) -> int:
    """The last year that it names, 0 where it names none."""
    of_end = _last_year(value.end) if value.end is not None else 0
    return max(value.year if value.year is not None and value.year <= _LATEST else 0, of_end)


def _first_full(values: Iterable[CalendarValue]) -> dt.date | None:
    return next((day for value in values if _is_full(value) and (day := _on(value, value.year or 0))), None)


def _report(was: Sequence[CalendarValue], *, headed: bool) -> dt.date | None:
    """The last full day or month of what was, or the end of the year that it begins with («Отчёт за 2015 год»).

    None where the article goes on to later years.
    """
    years = [value.year for value in was if value.year is not None]
    if headed and was and was[0].level == "year" and was[0].year == max(years, default=0):
        return dt.date(max(years), 12, 31)
    days = [day for value in was if _is_full(value) and (day := _on(value, value.year or 0))]
    return max(days) if days and days[0].year == max(years) else None


def _bare_first(values: Sequence[CalendarValue]) -> list[CalendarValue]:
    """The days without a year before the first year that is told with a day or month; none where a year comes first."""
    first = next((place for place, value in enumerate(values) if _is_full(value)), len(values))
    bare = [value for value in values[:first] if _is_bare(value)]
    opening = next((value for value in values if value.year is not None or _is_bare(value)), None)
    return bare if opening is not None and opening.year is None else []


def _is_full(value: CalendarValue) -> bool:
    return value.year is not None and value.month is not None and value.level in _FULL


def _is_bare(value: CalendarValue) -> bool:
    return not value.has_year and not value.deictic and value.month is not None and value.day is not None


def _on(value: CalendarValue, year: int) -> dt.date | None:
    """Its first day in a year, `None` where that year has none."""
    text = render(value, year) if 1 <= year <= dt.MAXYEAR else ""
    return edtf.bounds(text)[0] if text else None
