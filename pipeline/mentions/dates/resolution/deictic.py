"""Values that count from another day: «прошлой осенью», «пять дней назад», «в тот же день»."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pipeline.mentions.dates.resolution.anchors import FINER, Found, find_anchor, spoken_of
from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.resolution.spoken import Spoken
from pipeline.mentions.dates.resolution.steps import stepped
from pipeline.mentions.dates.resolution.units import UNITS
from pipeline.mentions.dates.values import CalendarValue

_LENGTHS = {"year": 4, "month": 7}  # letters of its EDTF
_THEN = 3  # sentences
_AROUND = {"past": dt.timedelta(days=-1), "future": dt.timedelta(days=1)}  # what «на днях» means by its tense


def resolve_deictic(value: CalendarValue, context: Context) -> Found:
    """EDTF and anchor; both empty where nothing is known to count from."""
    if value.unit in {"hour", "minute"}:
        return _by_clock(value, context)
    if value.unit == "same":
        return _then(context)
    if value.base == "tense":  # «на той неделе»
        ahead = context.outlook in {"future", "planned"}
        value = replace(value, base="", step=1 if ahead else -1)
    base, anchor = find_anchor(value, context)
    if base is None:
        return "", "none"
    if not value.unit:
        return stepped(value, base), anchor
    if value.base == "published" and value.unit == "month" and value.step == 0:
        base += _AROUND.get(context.outlook, dt.timedelta())  # «на днях» on the first of a month was in the last one
    counted = spoken_of(value, context) if anchor == "document" else None
    if counted is not None and _finer(value, counted):
        middle = base + (counted.latest - counted.earliest) / 2
        return UNITS[value.unit](value, middle)[: _LENGTHS[counted.precision]], anchor
    return UNITS[value.unit](value, base), anchor


def _finer(value: CalendarValue, counted: Spoken) -> bool:
    """«в 2012 году закрыли, а спустя три месяца открыли»: no month is known, only about which year it was."""
    return value.unit in FINER.get(counted.precision, ()) and (value.shift is not None or value.unit == "day")


def _then(context: Context) -> Found:
    """«В сентябре 2023 года взломали серверы. Тогда же клиника заплатила»: what was told last, as it was told."""
    last = context.last
    if last is None or context.sentence - last.sentence > _THEN:
        return "", "none"
    return last.value.removesuffix("/..").removeprefix("../").partition("T")[0], "document"


def _by_clock(value: CalendarValue, context: Context) -> Found:
    """«через сорок минут» after a clock time; «два часа назад» is a time of the day of publication."""
    known = context.here.time if context.here else None
    if value.base != "published" and known is not None:
        delta = dt.timedelta(**{f"{value.unit}s": value.shift or 0})
        try:
            return (known + delta).isoformat(timespec="minutes"), "document"
        except OverflowError:
            return "", "none"
    if value.base == "published" and context.published and abs(value.shift or 0) <= 12:
        return context.published.isoformat(), "published"
    return "", "none"
