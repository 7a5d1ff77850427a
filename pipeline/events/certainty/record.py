"""What the networks hold of a record's fields, and how certain that makes the record."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from pipeline.events.certainty.odds import Odds, all_right, united
from pipeline.events.certainty.weights import RecordWeights
from pipeline.events.tellings import Telling
from pipeline.records.annotations import Event
from pipeline.records.tabulate import TAKING_PART

_LEAST, _MOST = 0.01, 0.99  # shares beyond them say no more


def certainty(event: Event, tellings: Sequence[Telling], odds: Odds, weights: RecordWeights) -> float:
    """The probability that type, status, participants, place and date are all right; `odds` as `joint_odds` gives."""
    known = what_is_known(event, tellings, odds)
    score = weights.base + sum(getattr(weights, name) * value for name, value in known.items())
    return round(1 / (1 + exp(-score)), 2)


def what_is_known(event: Event, tellings: Sequence[Telling], odds: Odds) -> dict[str, float]:
    """By the name of its weight: the log-odds of each field, and whether nobody takes part."""
    actors = {a.entity for a in event.arguments if a.role in TAKING_PART and a.entity}
    others = {name: share for name, share in odds.participants.items() if name != event.place}
    told = {telling.date.date.value for telling in tellings if telling.date}
    return {
        "type": _log_odds(max(t.candidate.share or t.candidate.confidence for t in tellings)),
        "participants": _log_odds(all_right(others, actors)),
        "place": _log_odds(all_right(odds.places, {event.place} - {""})),
        "date": _log_odds(all_right(odds.dates, told)),
        "status": _log_odds(odds.status),
        "nobody": float(not actors),
    }  # fmt: skip


def joint_odds(event: Event, tellings: Sequence[Telling]) -> Odds:
    """The odds of all tellings of a happening in one; of the status by those that tell the one chosen."""
    odds = [telling.odds for telling in tellings]
    return Odds(
        participants=united(each.participants for each in odds), places=united(each.places for each in odds),
        dates=united(each.dates for each in odds),
        status=max((t.odds.status for t in tellings if t.status == event.status), default=odds[0].status),
    )  # fmt: skip


def _log_odds(share: float) -> float:
    kept = min(max(share, _LEAST), _MOST)
    return log(kept / (1 - kept))
