"""The shares of a trigger's pairs by the name or day that they are of."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.arguments.reading import DateSpan
from pipeline.events.certainty.odds import Odds, best_shares
from pipeline.events.linking.model import PARTICIPANT, PLACE, WHEN
from pipeline.events.linking.pairs import Pair


def odds_of(pairs: Sequence[tuple[Pair, list[float]]]) -> Odds:
    """The odds of a telling after linking; `pairs`: what might belong to it, each with the share of every answer."""
    named = [(pair.entity, row) for pair, row in pairs if pair.entity]
    return Odds(
        participants=best_shares((name, row[PARTICIPANT]) for name, row in named),
        places=best_shares((name, row[PLACE]) for name, row in named),
        dates=best_shares((p.span.date.value, row[WHEN]) for p, row in pairs if isinstance(p.span, DateSpan)),
    )
