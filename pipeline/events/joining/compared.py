"""Days, places and actors of two tellings side by side, as given and as the network of arguments sees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.events.compatibility import TellingPair, are_kin, dates_agree, places_agree
from pipeline.events.tellings import Telling

_CLASSES = 5  # of a share


def compared(pair: TellingPair, same: str) -> Iterator[str]:
    """Day, place and actors of one beside those of the other."""
    date, place, actors = _dates(pair), _whereabouts(pair), _actors(pair)
    yield from (f"date={date}", f"date={date}/{same}", f"place={place}", f"place={place}/{same}")
    yield from (f"actors={actors}", f"actors={actors}/{same}", f"actors={actors}/{pair.first.candidate.type}")
    yield f"all={actors}/{date}/{place}"
    ours, theirs = pair.first.date, pair.second.date
    one = ours is not None and theirs is not None and ours.date.start == theirs.date.start
    yield f"one_date={one}"


def _dates(pair: TellingPair) -> str:
    first, second = pair.first.date, pair.second.date
    if first is None or second is None:
        return _missing(first is None, second is None)
    if first.date.value == second.date.value:
        return "same"
    return "fits" if dates_agree(pair.first, pair.second) else "differ"


def _whereabouts(pair: TellingPair) -> str:
    first, second = pair.first.place, pair.second.place
    if first is None or second is None:
        return _missing(first is None, second is None)
    if first.span.mention.entity == second.span.mention.entity:
        return "same"
    return "fits" if places_agree(pair) else "differ"


def _actors(pair: TellingPair) -> str:
    first, second = pair.first.actors, pair.second.actors
    if not first or not second:
        return _missing(not first, not second)
    if first == second:
        return "equal"
    if first & second:
        return "more" if first < second else "less" if second < first else "share"
    return "kin" if are_kin(pair.reading, first, second) else "differ"


def _missing(first: bool, second: bool) -> str:
    return "none" if first and second else "second" if first else "first"


def shared(first: Telling, second: Telling) -> Iterator[str]:
    """How far the network of arguments gives both the same names and days, chosen or not."""
    ours, theirs = first.odds.participants, second.odds.participants
    if ours and theirs:
        yield f"soft={_class(_common(ours, theirs))}"
        for name, actors, other in (("first", first.actors, theirs), ("second", second.actors, ours)):
            given = [other.get(key, 0.0) for key in actors] or [0.0]
            yield f"soft{name}={_class(max(given))}/{bool(actors)}"
            yield f"soft{name}min={_class(min(given))}/{bool(actors)}"
    if first.odds.dates and second.odds.dates:
        yield f"softdate={_class(_common(first.odds.dates, second.odds.dates))}"
    if first.odds.places and second.odds.places:
        yield f"softplace={_class(_common(first.odds.places, second.odds.places))}"


def _common(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    return max((min(share, theirs[key]) for key, share in ours.items() if key in theirs), default=0.0)


def _class(share: float) -> int:
    return int(share * _CLASSES)
