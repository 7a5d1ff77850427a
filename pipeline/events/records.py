"""From the tellings of one happening to its record."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.arguments.dates import EventDate, day_it_began
from pipeline.events.arguments.places import EventPlace
from pipeline.events.arguments.reading import Reading
from pipeline.events.ontology import EventType
from pipeline.events.tellings import Telling
from pipeline.events.titles import event_title
from pipeline.records.annotations import Argument, Event

_ASKED = "asked_about"  # rule of status
# Their participants are told one by one.
_VICTIMS = frozenset({"death", "injury"})
PARTICIPANT_ROLES = frozenset({"participant", "agent", "recipient", "body"})
_FIRST_ROLES = ("participant", "agent", "recipient", "body", "organizer", "place", "date")


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
    arguments = _arguments(reading, tellings, date, place)
    candidate = first.candidate
    start, end = candidate.start, candidate.end
    return Event(
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


def _deciding(tellings: Sequence[Telling]) -> Telling:
    """The telling that gives the status; a question yields to its answer.

    Example: «Когда поправки рассмотрит коллегия? — Заседание назначено на 22 марта».
    """
    told = [t for t in tellings if not t.rule.endswith(_ASKED)] or tellings
    dated = told[0].date  # a date has had its say on status
    return told[0] if dated else next((t for t in told if t.cue), told[0])


def participants(arguments: Sequence[Argument], reading: Reading) -> list[str]:
    """Names of those who take part, persons first."""
    taking_part = [a for a in arguments if a.role in PARTICIPANT_ROLES]
    people = [a for a in taking_part if (e := reading.entities.get(a.entity)) and e.type == "person"]
    return list(dict.fromkeys(a.name for a in [*people, *(a for a in taking_part if a not in people)]))


def _best_date(tellings: Sequence[Telling]) -> EventDate | None:
    """The finest date; the first of equals."""
    known = [t.date for t in tellings if t.date]
    return min(known, key=_days, default=None)


def _days(chosen: EventDate) -> int:
    if chosen.date.earliest is None or chosen.date.latest is None:
        return 10_000
    return (chosen.date.latest - chosen.date.earliest).days


def _arguments(
    reading: Reading, tellings: Sequence[Telling], date: EventDate | None, place: EventPlace | None
) -> tuple[Argument, ...]:
    fillers: dict[str, Argument] = {}
    for telling in tellings:
        if not fillers or telling.actors & fillers.keys() or telling.candidate.type in _VICTIMS:
            for argument in telling.fillers:
                fillers.setdefault(argument.entity, argument)
    counts = {(c.role, c.value): c for telling in reversed(tellings) for c in telling.counts}
    where = _place_argument(reading, place) if place else None
    when = _date_argument(date) if date else None
    if place and place.span.mention.entity in fillers:
        fillers.pop(place.span.mention.entity)
    every = [*fillers.values(), *(a for a in (where, when) if a), *counts.values()]
    return tuple(sorted(every, key=_order))


def _order(argument: Argument) -> tuple[int, int, str]:
    rank = _FIRST_ROLES.index(argument.role) if argument.role in _FIRST_ROLES else len(_FIRST_ROLES)
    return rank, argument.start, argument.role


def _place_argument(reading: Reading, place: EventPlace) -> Argument:
    mention = place.span.mention
    entity = reading.entities.get(mention.entity)
    return Argument(
        role="place", name=entity.name if entity else mention.text, start=mention.start, end=mention.end,
        text=mention.text, entity=mention.entity, source=f"place/{place.rule}", confidence=_firmness(place.cost),
    )  # fmt: skip


def _date_argument(chosen: EventDate) -> Argument:
    date = chosen.date
    return Argument(
        role="date", name=date.value, value=date.value, start=date.start, end=date.end, text=date.text,
        source=f"date/{chosen.rule}", confidence=_firmness(chosen.cost),
    )  # fmt: skip


def _firmness(cost: float) -> float:
    return round(max(0.4, 0.95 - 0.25 * cost), 3)


def _title(
    reading: Reading, arguments: Sequence[Argument], date: EventDate | None, place: EventPlace | None, kind: EventType
) -> str:
    where = next((a.name for a in arguments if a.role == "place"), "") if place else ""
    return event_title(kind.label, participants(arguments, reading), where, date.date.value if date else "")


def _asserted_by(tellings: Sequence[Telling]) -> str:
    """The speaker, if every telling is somebody's words."""
    return tellings[0].asserted_by if all(t.asserted_by for t in tellings) else ""


def _confidence(tellings: Sequence[Telling], date: EventDate | None, place: EventPlace | None) -> float:
    """The trigger network's probability that its surest word names an event of this type.

    Where it was not asked: the entry's own, raised by every kind of argument that was found and by a second telling.
    """
    share = max(telling.candidate.share for telling in tellings)
    if share:
        return round(min(0.99, share), 2)
    known = sum((bool(date), bool(place), any(t.fillers for t in tellings), len(tellings) > 1))
    return round(min(0.99, tellings[0].candidate.confidence * (0.7 + 0.08 * known)), 3)
