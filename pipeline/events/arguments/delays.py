"""By how much something was put off, counted from its old day: «отложен на неделю», «сдвинули на два дня раньше»."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.events.phrases import fold
from pipeline.language.sentences import sentence_of
from pipeline.language.text import text_of
from pipeline.mentions.quantities import counting_word
from pipeline.records.annotations import TemporalExpression

_DAYS = {"день": 1, "сутки": 1, "неделя": 7}
_MONTHS = {"месяц": 1, "год": 12}
_EARLIER = frozenset({"раньше", "ранее"})
_REACH = 9  # tokens behind the verb


class Measure(NamedTuple):
    """«неделю», «две недели», «3 дня»: first and last word, and how many units."""

    first: Token
    unit: Token
    number: int


def delayed(measure: Measure, planned: TemporalExpression) -> TemporalExpression | None:
    """The day that lies so much behind the planned one, with the words that say how much.

    Args:
        measure: by how much.
        planned: the old plan; one that is no day of a year cannot be counted from.
    """
    if planned.precision != "day" or planned.earliest is None:
        return None
    doc = measure.unit.doc
    behind = next((t.lower_ for t in doc[measure.unit.i + 1 :] if not t.is_space), "")
    number = -measure.number if behind in _EARLIER else measure.number
    day = _shifted(planned.earliest, measure.unit, number) if behind != "и" else None  # «на год и два месяца»
    if day is None:
        return None
    start, end = measure.first.idx, measure.unit.idx + len(measure.unit)
    return replace(
        planned, start=start, end=end, text=text_of(doc)[start:end], value=day.isoformat(), source="moved-by",
        earliest=day, latest=day, conflict="",
    )  # fmt: skip


def measure_behind(verb: Token) -> Measure | None:
    """The measure that «на» brings behind the verb; a day or week of something is none: «на день города»."""
    words = [t for t in verb.doc[verb.i + 1 : sentence_of(verb).end] if not t.is_space][:_REACH]
    at = next((i for i, t in enumerate(words) if t.lower_ == "на"), len(words))
    if at + 1 >= len(words):
        return None
    first, second = words[at + 1], words[at + 2] if at + 2 < len(words) else words[at + 1]
    number = int(first.text) if first.text.isdecimal() and len(first) < 4 else counting_word(fold(first.lemma_))
    unit = second if number else first
    named = any(c.i > unit.i and c.pos_ in {"NOUN", "PROPN"} and c.dep_ in {"nmod", "flat"} for c in unit.children)
    return None if named or fold(unit.lemma_) not in _DAYS | _MONTHS else Measure(first, unit, number or 1)


def _shifted(day: dt.date, unit: Token, number: int) -> dt.date | None:
    """So many units later; the last day of a month that has no such day. `None` beyond the calendar."""
    word = fold(unit.lemma_)
    try:
        if word in _DAYS:
            return day + dt.timedelta(days=number * _DAYS[word])
        years, month = divmod(day.month - 1 + number * _MONTHS[word], 12)
        last = calendar.monthrange(day.year + years, month + 1)[1]
        return day.replace(year=day.year + years, month=month + 1, day=min(day.day, last))
    except (ValueError, OverflowError):
        return None
