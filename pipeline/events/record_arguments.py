"""The arguments of a record: those of all its tellings, each with its place in the text."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.arguments.event_date import EventDate
from pipeline.events.arguments.places import EventPlace
from pipeline.events.arguments.reading import Reading
from pipeline.events.tellings import Telling
from pipeline.records.annotations import Argument
from pipeline.records.tabulate import TAKING_PART

# Their participants are told one by one.
_VICTIMS = frozenset({"death", "injury"})
_FIRST_ROLES = (*TAKING_PART, "organizer", "place", "date")


def record_arguments(
    reading: Reading, tellings: Sequence[Telling], date: EventDate | None, place: EventPlace | None
) -> tuple[Argument, ...]:
    """Who takes part in any telling, unless it tells of others; then the place, the date and the counts."""
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


def participants(arguments: Sequence[Argument], reading: Reading) -> list[str]:
    """Names of those who take part, persons first."""
    taking_part = [a for a in arguments if a.role in TAKING_PART]
    people = [a for a in taking_part if (e := reading.entities.get(a.entity)) and e.type == "person"]
    return list(dict.fromkeys(a.name for a in [*people, *(a for a in taking_part if a not in people)]))
