"""The shares of a trigger's pairs by the name or day that they are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.events.arguments.reading import DateSpan
from pipeline.events.certainty.odds import Odds, united
from pipeline.events.linking.model import PARTICIPANT, PLACE, WHEN
from pipeline.events.linking.pairs import Pair


def odds_of(pairs: Sequence[tuple[Pair, list[float]]]) -> Odds:
    """The odds of a telling after linking; `pairs`: what might belong to it, each with the share of every answer."""
    named = [(pair.entity, row) for pair, row in pairs if pair.entity]
    dated = [(pair.span.date.value, row) for pair, row in pairs if isinstance(pair.span, DateSpan)]
    return Odds(
        participants=united(list(_shares(named, PARTICIPANT))), places=united(list(_shares(named, PLACE))),
        dates=united(list(_shares(dated, WHEN))),
    )  # fmt: skip


def _shares(rated: Sequence[tuple[str, list[float]]], answer: int) -> Iterator[dict[str, float]]:
    yield from ({name: row[answer]} for name, row in rated)
