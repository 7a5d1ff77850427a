"""The part of a year told last, in another year: «за семь месяцев 2017 года больше, чем за тот же период 2016-го»."""

from __future__ import annotations

import re

from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.resolution.spoken import Spoken
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf

_NEAR = 3  # sentences
_LONGEST = 340  # days
_PARTS = {"month", "season", "quarter", "half", "range"}
_YEAR = re.compile(r"\d{4}(?=-)")


def same_part(value: CalendarValue, context: Context) -> str:
    """The part told before, moved to the year that is said or counted from its own; empty where none was told.

    «За семь месяцев 2017 года открыли 35 лавок, за тот же период предыдущего года — 20».
    """
    told = next((spoken for spoken in (context.last, context.told) if spoken and _is_part(spoken, context)), None)
    if told is None:
        return ""
    own = told.latest.year
    by = (value.year - own) if value.year is not None else (value.step or 0)
    moved = _YEAR.sub(lambda year: f"{int(year.group()) + by:04}", told.value)
    return moved if edtf.is_valid(moved) else ""


def _is_part(told: Spoken, context: Context) -> bool:
    near = context.sentence - told.sentence <= _NEAR and (told.latest - told.earliest).days < _LONGEST
    return near and told.precision in _PARTS and all("-" in side for side in told.value.split("/"))
