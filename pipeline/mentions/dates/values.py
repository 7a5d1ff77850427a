"""What a calendar expression says, before anything is known about where and when it was said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Base = Literal["", "published", "document", "clause", "event", "range", "tense", "eve", "part"]
Level = Literal["clock", "part", "day", "day_number", "month", "half", "period", "week", "year", "decade", "century"]


@dataclass(frozen=True, kw_only=True)
class CalendarValue:
    """The fields that an expression names; everything else is left to the resolver.

    Attributes:
        short_year: two digits of a year, read with a pivot at publication.
        period: EDTF code of a season, quarter or half-year (21 to 41).
        half: 1 or 2, half of what `month` or `unit` names.
        decade, century: leading digits of the year («1970-е» has 197, «XIX век» has 18); a decade below 10 lacks its
            century.
        weekday: 1 Monday to 7 Sunday; `weekend` Saturday and Sunday.
        nth: which weekday of the month, or with no weekday which day; -1 the last.
        part: part of the day.
        step: which one counted from the base: -1 the last, 0 this, 1 the next; `strict` where the last or next day
            itself is meant («минувшая», «ближайшая»), not the one of the last or next week.
        unit, shift: so many units away from the base («пять дней назад» is -5 days).
        base: what step and shift count from; `clause` asks the tense, `event` is the day spoken of and nothing else,
            `range` the first day of the range told last, `part` the part of a year told last; with `tense` the clause
            alone tells the last from the next.
        origin: the day that shift counts from, where it is said («за два дня до Нового года»).
        holiday: the day was called by its name.
        easter: days from the Easter of the Orthodox Church («Троица» is 49).
        event: the noun of the happening that shift counts from, where its day was told («накануне форума»).
        end: end of a range; both ends open where only `open_start` or `open_end` is set.
        whole: an open range runs to the last day («до конца месяца»).
        awaited: something was to be by then («к лету»).
        witness: a second cue for the same day («вторник» in «во вторник, 14 ноября»).
    """

    year: int | None = None
    short_year: int | None = None
    month: int | None = None
    day: int | None = None
    period: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    bce: bool = False
    weekday: int | None = None
    weekend: bool = False
    nth: int | None = None
    hour: int | None = None
    minute: int | None = None
    part: str = ""
    step: int | None = None
    strict: bool = False
    unit: str = ""
    shift: int | None = None
    base: Base = ""
    end: CalendarValue | None = None
    open_start: bool = False
    open_end: bool = False
    whole: bool = False
    awaited: bool = False
    witness: CalendarValue | None = None
    origin: CalendarValue | None = None
    event: str = ""
    holiday: bool = False
    easter: int | None = None

    @property
    def has_year(self) -> bool:
        """Whether the year is said or counted from a known one."""
        return self.year is not None or self.short_year is not None or self.unit == "year"

    @property
    def deictic(self) -> bool:
        """Whether it counts from a base."""
        return self.step is not None or self.shift is not None

    @cached_property
    def level(self) -> Level:
        """The unit that it names; a day before a month, a month before a year."""
        if self._names_day:
            return "day"
        if self.day is not None:
            return "day" if self.unit == "month" else "day_number"
        return self._part_of_year or self._years or self._by_unit

    @property
    def _names_day(self) -> bool:
        counted = self.nth is not None or self.easter is not None or self.unit in {"day", "hour", "minute"}
        named = self.weekday is not None or self.weekend or (self.month is not None and self.day is not None)
        return counted or named or bool(self.unit == "week" and self.shift)

    @property
    def _part_of_year(self) -> Level | None:
        if self.month is not None:
            return "month"
        if self.period is not None:
            return "period"
        return "half" if self.half is not None else None

    @property
    def _years(self) -> Level | None:
        if self.decade is not None or self.unit == "decade":
            return "decade"
        if self.century is not None or self.unit == "century":
            return "century"
        return "year" if self.has_year else None

    @property
    def _by_unit(self) -> Level:
        if self.unit == "week":
            return "week"
        if self.unit:
            return "month" if self.unit == "month" else "period"
        return "clock" if self.hour is not None else "part"


def month_before(month: int) -> int:
    """December before January."""
    return (month - 2) % 12 + 1
