"""Where and when: the place and the day of a trigger by the shares that the network gives to the names around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.events.arguments.apart import is_of_another
from pipeline.events.arguments.attachment import of_the_speech
from pipeline.events.arguments.dates import can_be_of, is_last_time
from pipeline.events.arguments.event_date import EventDate
from pipeline.events.arguments.places import EventPlace
from pipeline.events.arguments.predicates import own_predicates
from pipeline.events.arguments.reading import DateSpan, MentionSpan, Reading
from pipeline.events.linking.model import PLACE, WHEN
from pipeline.events.linking.pairs import Pair
from pipeline.events.tellings import Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """Least shares: what a slot found is kept from the first figure on, what none found is added from the second on."""

    place: tuple[float, float]
    date: tuple[float, float]


# Neighbouring figures give the same on unseen news; these are the ones with which the floors of the own articles hold.
QUICK = Least(place=(0.3, 0.55), date=(0.3, 0.6))
CAREFUL = Least(place=(0.45, 0.6), date=(0.4, 0.55))
SOURCE = "learned"
_FIRM, _STEP = 0.95, 0.25  # how a cost becomes a confidence, see `records`


def _least(reading: Reading) -> Least:
    return QUICK if reading.doc._.event_states is None else CAREFUL


def place_of(reading: Reading, telling: Telling, pairs: Sequence[tuple[Pair, list[float]]]) -> EventPlace | None:
    """The likeliest place, else that of the slots where the network does not doubt it.

    Args:
        reading: the article.
        telling: a trigger with what the slots gave it.
        pairs: what may belong to it, each with the share of every answer.
    """
    kept, added = _least(reading).place
    rated = [(row[PLACE], pair) for pair, row in pairs if pair.entity]
    share, best = max(rated, key=lambda each: each[0], default=(0.0, None))
    if best is not None and share >= added and isinstance(best.span, MentionSpan):
        if telling.place is not None and telling.place.span.mention.entity == best.entity:
            return telling.place
        return EventPlace(span=best.span, cost=_cost(share), rule=SOURCE)
    return telling.place if telling.place and _held(rated, telling.place.span.mention.entity) >= kept else None


def _held(rated: Sequence[tuple[float, Pair]], entity: str) -> float:
    """The network's best share for a place that a slot found; one that it was not asked about stands."""
    return max((share for share, pair in rated if pair.entity == entity), default=1.0)


def date_of(reading: Reading, telling: Telling, pairs: Sequence[tuple[Pair, list[float]]]) -> EventDate | None:
    """The likeliest date; of what was moved the slots know better which of its days is the new one.

    Args:
        reading: the article.
        telling: a trigger with what the slots gave it.
        pairs: what may belong to it, each with the share of every answer.
    """
    if telling.status == "postponed":
        return telling.date
    kept, added = _least(reading).date
    trigger = reading.doc[telling.candidate.head]
    verbs = own_predicates(trigger, telling.candidate.light)
    dates = [(row[WHEN], pair.span) for pair, row in pairs if isinstance(pair.span, DateSpan)]
    rated = [
        (share, span.date) for share, span in dates
        if can_be_of(telling.status, span.date) and not is_last_time(reading, span)
        and not of_the_speech(reading, trigger, span.start, span.end)
        and not is_of_another(reading, trigger, verbs, span)
    ]  # fmt: skip
    share, best = max(rated, key=lambda each: each[0], default=(0.0, None))
    own = telling.date
    if best is not None and share >= added:
        return own if own is not None and own.date == best else EventDate(date=best, cost=_cost(share), rule=SOURCE)
    return own if own and max((s for s, date in rated if date == own.date), default=1.0) >= kept else None


def _cost(share: float) -> float:
    """The cost whose confidence is the share."""
    return max(0.0, (_FIRM - share) / _STEP)
