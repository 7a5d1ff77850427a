"""From the tellings of one happening to its record."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.arguments.dates import day_it_began
from pipeline.events.arguments.event_date import EventDate
from pipeline.events.arguments.places import EventPlace
from pipeline.events.arguments.reading import Reading
from pipeline.events.certainty.rate import rated
from pipeline.events.ontology import EventType
from pipeline.events.record_arguments import participants, record_arguments
from pipeline.events.tellings import Telling
from pipeline.events.titles import event_title
from pipeline.records.annotations import Argument, Event

_ASKED = "asked_about"  # rule of status


def make_record(reading: Reading, tellings: Sequence[Telling], event_type: EventType) -> Event:
    """Unite the tellings of a happening; the first one gives trigger, evidence and status.

    Args:
        reading: the article.
        tellings: those of one happening, the one that names it best first.
        event_type: its type.
    """
    first = tellings[0]
    decided = _deciding(tellings)
    date = _best_date(tellings)
    date = day_it_began(reading.text, date) if date and decided.status != "ongoing" else date
    place = next((t.place for t in tellings if t.place), None)
    arguments = record_arguments(reading, tellings, date, place)
    candidate = first.candidate
    start, end = candidate.start, candidate.end
    event = Event(
        type=candidate.type, plover=candidate.plover, status=decided.status, phase=first.phase,
        trigger=reading.text[start:end], trigger_start=start, trigger_end=end, evidence_start=first.evidence[0],
        evidence_end=first.evidence[1], source=candidate.source, arguments=arguments,
        date=date.date.value if date else "", earliest=date.date.earliest if date else None,
        latest=date.date.latest if date else None, date_text=date.date.text if date else "",
        place=place.span.mention.entity if place else "", title=_title(reading, arguments, date, place, event_type),
        status_cue=decided.cue, status_rule=decided.rule,
        tellings=tuple((t.candidate.start, t.candidate.end) for t in tellings), asserted_by=_asserted_by(tellings),
        confidence=_confidence(tellings, date, place),
    )  # fmt: skip
    return rated(reading.doc, event, tellings)


def _deciding(tellings: Sequence[Telling]) -> Telling:
    """The telling that gives the status; a question yields to its answer.

    Example: «Когда поправки рассмотрит коллегия? — Заседание назначено на 22 марта».
    """
    told = [t for t in tellings if not t.rule.endswith(_ASKED)] or tellings
    dated = told[0].date  # a date has had its say on status
    return told[0] if dated else next((t for t in told if t.cue), told[0])


def _best_date(tellings: Sequence[Telling]) -> EventDate | None:
    """The finest date; the first of equals."""
    known = [t.date for t in tellings if t.date]
    return min(known, key=_days, default=None)


def _days(chosen: EventDate) -> int:
    if chosen.date.earliest is None or chosen.date.latest is None:
        return 10_000
    return (chosen.date.latest - chosen.date.earliest).days


def _title(
    reading: Reading, arguments: Sequence[Argument], date: EventDate | None, place: EventPlace | None, kind: EventType
) -> str:
    where = next((a.name for a in arguments if a.role == "place"), "") if place else ""
    return event_title(kind.label, participants(arguments, reading), where, date.date.value if date else "")


def _asserted_by(tellings: Sequence[Telling]) -> str:
    """The speaker, if every telling is somebody's words."""
    return tellings[0].asserted_by if all(t.asserted_by for t in tellings) else ""


def _confidence(tellings: Sequence[Telling], date: EventDate | None, place: EventPlace | None) -> float:
    """The entry's own, raised by every kind of argument that was found and by a second telling."""
    known = sum((bool(date), bool(place), any(t.fillers for t in tellings), len(tellings) > 1))
    return round(min(0.99, tellings[0].candidate.confidence * (0.7 + 0.08 * known)), 3)
