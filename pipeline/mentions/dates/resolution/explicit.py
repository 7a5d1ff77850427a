"""A year, decade or century that is said: «в 2022 году», «в девяностые», «XIX век»."""

from __future__ import annotations

from dataclasses import replace

from pipeline.mentions.dates.candidates import render
from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.resolution.units import half_of_century
from pipeline.mentions.dates.values import CalendarValue

_PIVOT_AHEAD = 20  # a two-digit year may lie so many years after publication
_DEFAULT_YEAR = 2025
_SHORTENED = 1800  # no older year is called by two digits
_MEMORY = 25  # sentences
_BACK, _ON = 5, 30  # years from what was told: «родился в 1955 году, в 15-м возглавил банк» is of no history


def resolve_explicit(value: CalendarValue, context: Context) -> str | None:
    """What needs nothing but itself: a year, decade or century is said."""
    if value.century is not None:
        return _century(value)
    if value.decade is not None:
        return _decade(value, context)
    if value.year is not None and value.bce:
        # Astronomical: 0 is the year before 1.
        return f"-{render(replace(value, year=None, bce=False), value.year - 1)}"
    year = value.year if value.short_year is None else _full_year(value.short_year, context, alone=value.day is None)
    return render(value, year) if year is not None else None


def _full_year(short: int, context: Context, *, alone: bool) -> int:
    """Pivot: the latest year with these digits that is not far ahead of publication, nor ahead at all of what was."""
    now = context.published.year if context.published else _DEFAULT_YEAR
    of_history = _beside_told(short, context) if alone else None  # «от 20.12.17» is of no history
    if of_history is not None:
        return of_history
    year = now - now % 100 + short
    return year if year <= now + (0 if context.outlook == "past" else _PIVOT_AHEAD) else year - 100


def _beside_told(short: int, context: Context) -> int | None:
    """«В 1905 году он вступил в партию. После 17-го года уехал»: behind an old year one of the same time."""
    told = context.aged
    if told is None or context.outlook in {"future", "planned"} or context.sentence - told.sentence > _MEMORY:
        return None
    since = told.earliest.year - _BACK
    year = since + (short - since) % 100
    return year if _SHORTENED <= year <= told.latest.year + _ON else None


def _century(value: CalendarValue) -> str:
    century = value.century or 0
    if value.decade is not None and not value.bce:
        return f"{century:02}{value.decade % 10}X"
    if value.half is not None and not value.bce:
        return half_of_century(century, value.half)
    return f"-{century:02}XX" if value.bce else f"{century:02}XX"


def _decade(value: CalendarValue, context: Context) -> str:
    """«90-е» are those of the twentieth century, «нулевые» and «10-е» of this one, unless the century is said."""
    decade = value.decade or 0
    if value.unit == "century" and context.published:
        return f"{(context.published.year - 1) // 100 + (value.step or 0):02}{decade % 10}X"
    if decade >= 10:
        return f"{decade:03}X"
    return f"{190 + decade}X" if decade >= 2 else f"{200 + decade}X"
