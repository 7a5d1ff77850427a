"""From a calendar value to EDTF, by publication date, what was spoken of before, and the clause."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.resolution.range_ends import resolve_range
from pipeline.mentions.dates.resolution.single import resolve_single, resolve_timed
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf

_LAST_YEAR = 3000
_OUR_TIME = ("19", "20")


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
    first, _, last = text.partition("/")
    if first.startswith(_OUR_TIME) and (not last or last.startswith((*_OUR_TIME, ".."))):
        return True  # nearly all, and this is asked of every date
    return all(year <= _LAST_YEAR for year in map(int, re.findall(r"(?<![-\d])\d{4}", text)))


def _resolved(value: CalendarValue, context: Context) -> Resolution:
    """Resolve ranges end to end, and check a second cue against the first."""
    if value.end is not None:
        text, anchor = resolve_range(value, value.end, context)
        return Resolution(value=text, anchor=anchor)
    text, anchor = resolve_timed(value, context)
    conflict = _conflict(value.witness, text, context) if value.witness and text else ""
    if conflict and value.witness and value.base == "eve" and anchor == "published" and value.witness.weekday:
        (text, anchor), conflict = resolve_timed(value.witness, context), ""  # «накануне, в субботу» on a Monday
    if text and not context.moved:
        text = _opened(value, text)
    return Resolution(value=text, anchor=anchor, conflict=conflict)


def _opened(value: CalendarValue, text: str) -> str:
    """«с 2015 года», «до 25 декабря»: a range with one end."""
    if value.open_start:
        return _until(value, text)
    return f"{text}/.." if value.open_end and "/" not in text else text


def _until(value: CalendarValue, text: str) -> str:
    latest = edtf.bounds(text)[1]
    if latest and _is_new_year(value):
        return f"../{latest - dt.timedelta(days=1)}"
    if latest and value.whole and value.century is None and not text.startswith(".."):
        return f"../{latest}"
    return text if "/" in text else f"../{text}"


def _is_new_year(value: CalendarValue) -> bool:
    """«до Нового года» is the old one: the 31st of December is the last day."""
    return value.holiday and (value.month, value.day) == (1, 1)


def _conflict(witness: CalendarValue, text: str, context: Context) -> str:
    """What the second cue says where it says something else."""
    earliest, _ = edtf.bounds(text)
    if earliest is None:
        return ""
    if witness.weekday is not None and witness.step is None and witness.unit == "":
        return "" if earliest.isoweekday() == witness.weekday else f"weekday {witness.weekday}, not {earliest}"
    other, _ = resolve_single(witness, context)
    agrees = not other or witness.level != "day" or edtf.bounds(other)[0] == earliest
    return "" if agrees or "/" in other else f"{other}, not {text}"
