"""How likely each field of a telling is right, as the networks see it: what a record's certainty is made of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

_CHOSEN = 0.8  # of what was chosen and no network was asked about
_BY_RULE = 0.9  # of a status that a rule alone decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """Shares of a telling's pairs, the best of each name or day; empty where no network was asked.

    Attributes:
        participants: entity key -> probability that it takes part.
        places: entity key -> probability that it is the place.
        dates: value of a temporal expression -> probability that it is the date.
        status: probability of the status given.
    """

    participants: Mapping[str, float] = field(default_factory=dict)
    places: Mapping[str, float] = field(default_factory=dict)
    dates: Mapping[str, float] = field(default_factory=dict)
    status: float = _BY_RULE


UNASKED = Odds()


def united(every: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Of the tellings of one happening the best share of each name."""
    best: dict[str, float] = {}
    for shares in every:
        for name, share in shares.items():
            best[name] = max(share, best.get(name, 0.0))
    return best


def all_right(shares: Mapping[str, float], chosen: Collection[str]) -> float:
    """The probability that each chosen name is right and every other one wrong.

    Example: «[Иран] обвинил [Израиль]» with shares of 0.9 and 0.8, and nobody else near: 0.72.
    """
    given = prod(shares.get(name, _CHOSEN) for name in sorted(chosen))  # one order, hence the same last digit
    return given * prod(1 - share for name, share in shares.items() if name not in chosen)
