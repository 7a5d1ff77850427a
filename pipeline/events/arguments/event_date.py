"""A calendar expression that was given to an event."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.annotations import TemporalExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """A date given to an event; `cost` says how loosely it hangs, `rule` why it was chosen."""

    date: TemporalExpression
    cost: float
    rule: str
