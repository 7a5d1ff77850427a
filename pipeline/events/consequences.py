"""What follows from a happening shares its day and place: the dead and injured of an accident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.arguments.reading import Reading
from pipeline.events.tellings import Telling

_CAUSES = frozenset({"accident", "attack", "disaster", "conflict", "protest", "competition"})
_EFFECTS = frozenset({"death", "injury", "accident"})


def share_circumstances(reading: Reading, tellings: Sequence[Telling]) -> list[Telling]:
    """Fill in the date and place of deaths and injuries from the cause told in the same sentence, or the reverse.

    «Два человека погибли при столкновении …», «3 мая перевернулся автобус, [погибли] двое».
    """
    return [_completed(reading, telling, tellings) for telling in tellings]


def _completed(reading: Reading, telling: Telling, tellings: Sequence[Telling]) -> Telling:
    if telling.candidate.type not in _EFFECTS | _CAUSES or (telling.date and telling.place):
        return telling
    linked = [t for t in tellings if t is not telling and _linked(telling, t)]
    date = telling.date or next((replace(t.date, cost=1.5, rule="shared") for t in linked if t.date), None)
    place = telling.place or next((replace(t.place, cost=1.5, rule="shared") for t in linked if t.place), None)
    return replace(telling, date=date, place=place)


def _linked(telling: Telling, other: Telling) -> bool:
    """In one sentence, one of the two the other's cause, or both effects."""
    kinds = {telling.candidate.type, other.candidate.type}
    return telling.evidence == other.evidence and bool(kinds & _EFFECTS) and kinds <= _EFFECTS | _CAUSES
