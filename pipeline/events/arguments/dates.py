"""The date of an event: the calendar expression that hangs on its trigger or on a verb that speaks of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.events.arguments.apart import is_of_another
from pipeline.events.arguments.attachment import Anchor, attachment_cost, rivals
from pipeline.events.arguments.event_date import EventDate
from pipeline.events.arguments.moved import moved_to
from pipeline.events.arguments.reading import DateSpan, Reading
from pipeline.language.sentences import sentence_of
from pipeline.records import edtf
from pipeline.records.annotations import TemporalExpression

_PAST = frozenset({"occurred", "denied", "ongoing"})
_FIRM = 0.55
_SHIFTED = 2.0
_SINCE, _LEADING = re.compile(r"\bсо?\s+(?:\w+\s+)?$", re.IGNORECASE), 30  # «с …», «с начала …»; characters before


def find_event_dates(reading: Reading, anchors: Sequence[Anchor], statuses: Sequence[str]) -> list[EventDate | None]:
    """Give each trigger its date.

    Args:
        reading: the article.
        anchors: triggers in the order of the text.
        statuses: status of each event: one that was moved takes the date it was moved to.
    """
    near = rivals(anchors)
    table = [_costs(reading, a, [anchors[i] for i in near[position]]) for position, a in enumerate(anchors)]
    chosen: list[EventDate | None] = []
    for index, (costs, status) in enumerate(zip(table, statuses, strict=True)):
        others = [table[position] for position in near[index]]
        fitting = {d: cost for d, cost in costs.items() if can_be_of(status, d.date)}
        chosen.append(moved_to(reading, costs, anchors[index]) if status == "postponed" else _nearest(fitting, others))
    return _inherited(reading, anchors, chosen)


def _costs(reading: Reading, anchor: Anchor, rival: Sequence[Anchor]) -> dict[DateSpan, float]:
    others = frozenset(a.token.i for a in rival if a.token.i != anchor.token.i)
    sentence = sentence_of(anchor.token)
    told = reading.dates_between(sentence.start, sentence.end)
    near = [
        d
        for d in told
        if not is_last_time(reading, d) and not is_of_another(reading, anchor.token, anchor.predicates, d)
    ]
    weighed = ((d, attachment_cost(reading, anchor, d.start, d.end, others)) for d in near)
    return {d: cost for d, cost in weighed if cost is not None}


def can_be_of(status: str, date: TemporalExpression) -> bool:
    """«До 1 ноября запретил» tells how long, not when; «утвердит до пятницы» tells when."""
    return not (status in _PAST and date.value.startswith("../"))


def day_it_began(text: str, chosen: EventDate) -> EventDate:
    """«Филиал закроют с [1 сентября]»: of what is no state, an open range tells the day; not «не раньше …»."""
    start, _, end = chosen.date.value.partition("/")
    if end != ".." or not _SINCE.search(text[max(0, chosen.date.start - _LEADING) : chosen.date.start]):
        return chosen
    earliest, latest = edtf.bounds(start)
    date = replace(chosen.date, value=start, precision=edtf.precision(start), earliest=earliest, latest=latest)
    return replace(chosen, date=date)


def is_last_time(reading: Reading, span: DateSpan) -> bool:
    """«Впервые с [2013 года] …»: that day was the last time."""
    before = [t.lower_ for t in reading.doc[max(0, span.start - 2) : span.start + 1]]
    return any(pair in {("впервые", "с"), ("впервые", "со")} for pair in pairwise(before))


def _nearest(costs: dict[DateSpan, float], others: Sequence[dict[DateSpan, float]]) -> EventDate | None:
    """The firmest date that no other trigger holds more firmly."""
    for span, cost in sorted(costs.items(), key=lambda pair: (pair[1], pair[0].start)):
        held = min((row[span] for row in others if span in row), default=_SHIFTED)
        if cost <= _FIRM or held > cost - 0.3:
            return EventDate(date=span.date, cost=cost, rule="attached")
    return None


def _inherited(reading: Reading, anchors: Sequence[Anchor], chosen: list[EventDate | None]) -> list[EventDate | None]:
    """A verb joined to a dated one shares its date: «Во вторник он обвинил … и [потребовал] …»."""
    by_token = {a.token.i: date for a, date in zip(anchors, chosen, strict=True)}
    result: list[EventDate | None] = []
    for anchor, date in zip(anchors, chosen, strict=True):
        head = anchor.token.head
        joined = anchor.token.dep_ == "conj" and head.i < anchor.token.i
        shared = by_token.get(head.i) if joined and date is None else None
        leads = shared is not None and shared.date.end <= reading.doc[head.i].idx
        result.append(EventDate(date=shared.date, cost=1.5, rule="shared") if shared and leads else date)
    return result
