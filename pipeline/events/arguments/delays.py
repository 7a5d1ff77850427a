"""By how much something was put off, counted from its old day: «отложен на неделю», «сдвинули на два дня раньше»."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace

from spacy.tokens import Doc, Token

from pipeline.events.phrases import fold
from pipeline.language.sentences import sentence_of
from pipeline.mentions.quantities import counting_word
from pipeline.records.annotations import TemporalExpression

_DAYS = {"день": 1, "сутки": 1, "неделя": 7}
_MONTHS = {"месяц": 1, "год": 12}
_EARLIER = frozenset({"раньше", "ранее"})
_REACH = 6  # tokens from the verb to «на»


def delayed(doc: Doc, verb: Token, planned: TemporalExpression) -> TemporalExpression | None:
    """The day that lies so much behind the planned one, with the words that say how much.

    Args:
        doc: the article.
        verb: that of putting off.
        planned: the old plan; one that is no day of a year cannot be counted from.
    """
    measure = _measure(doc, verb)
    if measure is None or planned.precision != "day" or planned.earliest is None:
        return None
    first, unit, number = measure
    behind = doc[unit.i + 1].lower_ if unit.i + 1 < len(doc) else ""
    day = _shifted(planned.earliest, unit, -number if behind in _EARLIER else number)
    if day is None:
        return None
    start, end = first.idx, unit.idx + len(unit)
    return replace(
        planned, start=start, end=end, text=doc.text[start:end], value=day.isoformat(), earliest=day, latest=day,
        source="moved-by", conflict="",
    )  # fmt: skip


def _measure(doc: Doc, verb: Token) -> tuple[Token, Token, int] | None:
    """First and last word of «неделю», «две недели», «3 дня» behind «на», and how many."""
    for at in range(verb.i + 1, min(verb.i + 1 + _REACH, sentence_of(verb).end - 1)):
        if doc[at].lower_ != "на":
            continue
        first = doc[at + 1]
        number = int(first.text) if first.text.isdecimal() and len(first) < 4 else counting_word(fold(first.lemma_))
        unit = doc[at + 2] if number and at + 2 < len(doc) else first
        return (first, unit, number or 1) if fold(unit.lemma_) in _DAYS | _MONTHS else None
    return None


def _shifted(day: dt.date, unit: Token, number: int) -> dt.date | None:
    """So many units later; the last day of a month that has no such day. `None` beyond the calendar."""
    word = fold(unit.lemma_)
    try:
        if word in _DAYS:
            return day + dt.timedelta(days=number * _DAYS[word])
        years, month = divmod(day.month - 1 + number * _MONTHS[word], 12)
        last = calendar.monthrange(day.year + years, month + 1)[1]
        return day.replace(year=day.year + years, month=month + 1, day=min(day.day, last))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None
