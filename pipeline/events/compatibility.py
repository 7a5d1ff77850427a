"""Whether two tellings can be one happening: their types, statuses, days, places and actors do not contradict."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.events.arguments.reading import Reading
from pipeline.events.tellings import Telling

_KINDRED = ({"meeting", "session"}, {"accident", "disaster"}, {"attack", "conflict"}, {"deal", "agreement"})
_CONTRARY = ({"denied", "occurred"}, {"cancelled", "occurred"}, {"planned", "occurred"}, {"denied", "planned"})


class TellingPair(NamedTuple):
    """Two tellings of one article, the earlier first but for headlines."""

    reading: Reading
    first: Telling
    second: Telling


def compatible(pair: TellingPair) -> bool:
    """Whether nothing but who takes part can tell the two apart."""
    first, second = pair.first, pair.second
    return (
        _types_agree(first, second)
        and _statuses_agree(first, second)
        and dates_agree(first, second)
        and places_agree(pair)
    )


def _types_agree(first: Telling, second: Telling) -> bool:
    types = {first.candidate.type, second.candidate.type}
    return len(types) == 1 or ((first.headline or second.headline) and types in _KINDRED)


def _statuses_agree(first: Telling, second: Telling) -> bool:
    """«встреча прошла» and «встречи не было» are not one; a bare noun («к заседанию») has no say."""
    if (first.status == "denied") != (second.status == "denied"):
        return False
    if first.cue is None or second.cue is None or "end" in {first.phase, second.phase}:
        return True
    return {first.status, second.status} not in _CONTRARY


def dates_agree(first: Telling, second: Telling) -> bool:
    """Unknown, equal, or one within the other."""
    if first.date is None or second.date is None:
        return True
    ours, theirs = first.date.date, second.date.date
    if ours.earliest is None or theirs.earliest is None or ours.latest is None or theirs.latest is None:
        return ours.value == theirs.value
    inside = ours.earliest <= theirs.earliest and theirs.latest <= ours.latest
    return inside or (theirs.earliest <= ours.earliest and ours.latest <= theirs.latest)


def places_agree(pair: TellingPair) -> bool:
    """Unknown, the same, or of different size («Минск», «Беларусь»)."""
    if pair.first.place is None or pair.second.place is None:
        return True
    ours, theirs = pair.first.place.span, pair.second.place.span
    if ours.mention.entity == theirs.mention.entity:
        return True
    return pair.reading.mention_type(ours) != pair.reading.mention_type(theirs)


def actors_agree(pair: TellingPair) -> bool:
    """Somebody unknown, somebody in common, or a body and the one that it belongs to."""
    ours, theirs = pair.first.actors, pair.second.actors
    return not ours or not theirs or bool(ours & theirs) or are_kin(pair.reading, ours, theirs)


def are_kin(reading: Reading, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one body belongs to the other: «сессия СКБ ОДКБ», «сессия нашей организации»."""
    return _parents(reading, ours) & theirs != set() or _parents(reading, theirs) & ours != set()


def _parents(reading: Reading, keys: frozenset[str]) -> set[str]:
    return {e.parent for key in keys if (e := reading.entities.get(key)) and e.parent}
