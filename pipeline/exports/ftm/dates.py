"""EDTF to the dates that FollowTheMoney knows: a year, month, day or minute from 1000 to 2200, nothing vaguer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pipeline.records.edtf import bounds, precision

FIRST_YEAR, LAST_YEAR = 1000, 2200
_AS_IT_IS = {"minute", "day", "month", "year"}


def interval(value: str, *, exact: str = "date") -> Iterator[tuple[str, str]]:
    """Yield the properties that tell an EDTF value.

    A year, month, day or minute stands in `exact`; what is vaguer (decade, season, week, range) becomes its first and
    last day in `startDate` and `endDate`. A value that has no day in the years FollowTheMoney knows yields nothing.

    Example: `2023-11` gives date=2023-11; `198X` gives startDate=1980-01-01 and endDate=1989-12-31.
    """
    start, end = bounds(value)
    if value and precision(value) in _AS_IT_IS and start and _known(start):
        yield exact, value
        return
    if start and _known(start):
        yield "startDate", start.isoformat()
    if end and _known(end):
        yield "endDate", end.isoformat()


def beginning(value: str) -> str:
    """The day or vaguer date at which a value begins, empty where it has none."""
    return _side(value, 0)


def ending(value: str) -> str:
    """The day or vaguer date at which a value ends, empty where it has none."""
    return _side(value, 1)


def _side(value: str, side: int) -> str:
    if not value:
        return ""
    day = bounds(value)[side]
    if day is None or not _known(day):
        return ""
    return value if precision(value) in _AS_IT_IS else day.isoformat()


def _known(day: dt.date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR
