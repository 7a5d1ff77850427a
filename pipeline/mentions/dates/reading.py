"""An interpreted stretch of atoms."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.mentions.dates.values import CalendarValue


class Reading(NamedTuple):
    """An interpreted stretch of atoms, with the names of the patterns that read it."""

    first: int
    last: int
    value: CalendarValue
    rule: str
    weak: bool = False  # counts only as a part of a bigger one
