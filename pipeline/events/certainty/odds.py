"""How likely each field of a telling is right, as the networks see it: what a record's certainty is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
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


def best_shares(rated: Iterable[tuple[str, float]]) -> dict[str, float]:
    """The best share of each name or day."""
    best: dict[str, float] = {}
    for name, share in rated:
        best[name] = max(share, best.get(name, 0.0))
    return best


def united(every: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Of the tellings of one happening the best share of each name."""
    return best_shares(rated for shares in every for rated in shares.items())


def all_right(shares: Mapping[str, float], chosen: Collection[str]) -> float:
    """The probability that each chosen name is right and every other one wrong.

    Example: «[Иран] обвинил [Израиль]» with shares of 0.9 and 0.8, and nobody else near: 0.72.
    """
    given = prod(shares.get(name, _CHOSEN) for name in sorted(chosen))  # one order, hence the same last digit
    return given * prod(1 - share for name, share in shares.items() if name not in chosen)
