"""Events of the run and of gold with canonical names, and how much alike two of them are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.evaluation.answers import EventAnswer
from pipeline.evaluation.gold import GoldEvent
from pipeline.evaluation.names import NameIndex
from pipeline.records.annotations import overlap

MAX_TRIGGER = 60
ALIKE = 0.5
FIELDS = ("status", "date", "place", "participants")


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenEvent:
    """An event of the run with canonical names."""

    type: str
    status: str
    date: str | None
    place: str | None
    participants: frozenset[str]
    trigger: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedEvent:
    """A gold event with canonical names; `welcome` are participants that may be there or not."""

    event: GoldEvent
    types: frozenset[str]
    places: tuple[str | None, ...]
    participants: frozenset[str]
    welcome: frozenset[str]


def given_event(event: EventAnswer, names: NameIndex) -> GivenEvent:
    """An event of the run as it is compared."""
    return GivenEvent(
        type=event.type, status=event.status, date=event.date or None,
        place=names.canonical_or_folded(event.place) if event.place else None,
        participants=frozenset(names.canonical_or_folded(x) for x in event.participants if x.strip()),
        trigger=(event.start, event.end),
    )  # fmt: skip


def wanted_event(event: GoldEvent, names: NameIndex) -> WantedEvent:
    """A gold event as it is compared."""
    people = _canonical(event.participants, names)
    places = (event.place, *event.place_also)
    return WantedEvent(
        event=event, types=frozenset({event.type, *event.type_also}),
        places=tuple(names.canonical_or_folded(x) if x else None for x in places), participants=people,
        welcome=_canonical(event.participants_also, names) - people,
    )  # fmt: skip


def _canonical(each: Iterable[str], names: NameIndex) -> frozenset[str]:
    return frozenset(names.canonical_or_folded(x) for x in each)


def likeness(given: GivenEvent, wanted: WantedEvent) -> float:
    """0 where the two cannot be one happening: another type, or neither trigger nor day and company agree."""
    if given.type not in wanted.types:
        return 0
    start, end = given.trigger
    touches = end - start <= MAX_TRIGGER and overlap(given.trigger, wanted.event.trigger)
    same_day = given.date is not None and given.date in wanted.event.date
    union = wanted.participants | (given.participants - wanted.welcome)
    share = len(wanted.participants & given.participants) / len(union) if union else 0
    alike = share >= ALIKE or (not union and given.place is not None and given.place in wanted.places)
    return 1 + 2 * touches + same_day + share if touches or (same_day and alike) else 0


def right_fields(given: GivenEvent, wanted: WantedEvent) -> dict[str, bool]:
    """Which fields of an event are right."""
    return {
        "status": given.status == wanted.event.status,
        "date": given.date in wanted.event.date,
        "place": given.place in wanted.places,
        "participants": given.participants - wanted.welcome == wanted.participants,
    }


def slots(given: GivenEvent) -> int:
    """What an event of the run fills: itself, its date, its place, each participant."""
    return 1 + (given.date is not None) + (given.place is not None) + len(given.participants)
