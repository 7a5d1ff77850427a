"""Give a record and its cells the probabilities that they are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc

from pipeline.events.certainty.odds import Odds
from pipeline.events.certainty.record import certainty, joint_odds
from pipeline.events.certainty.weights import Weights, shipped_weights
from pipeline.events.tellings import Telling
from pipeline.mentions.reader.calibration import Calibration
from pipeline.records.annotations import Argument, Event
from pipeline.records.tabulate import TAKING_PART

Cell = Literal["participant", "place", "date"]


def rated(doc: Doc, event: Event, tellings: Sequence[Telling]) -> Event:
    """The record with its certainty, and with calibrated confidences wherever a network was asked.

    Args:
        doc: its article; the figures differ with and without the encoder.
        event: the record, with the confidences that its rules gave it.
        tellings: what it was made of.
    """
    shipped = shipped_weights()
    weights = shipped.quick if doc._.event_states is None else shipped.careful
    odds = joint_odds(event, tellings)
    share = max(telling.candidate.share for telling in tellings)
    return replace(
        event, arguments=tuple(_rated_cell(argument, odds, weights) for argument in event.arguments),
        confidence=_calibrated(weights.event, share) if share else event.confidence,
        certainty=certainty(event, tellings, odds, weights.record),
    )  # fmt: skip


def asked(argument: Argument, odds: Odds) -> tuple[Cell, float] | None:
    """Which curve a cell's share goes by, and the share; `None` of what no network was asked about, as of numbers."""
    kind: Cell
    if argument.role in TAKING_PART:
        kind, share = "participant", odds.participants.get(argument.entity)
    elif argument.role == "place":
        kind, share = "place", odds.places.get(argument.entity)
    elif argument.role == "date":
        kind, share = "date", odds.dates.get(argument.value)
    else:
        return None
    return None if share is None else (kind, share)


def _rated_cell(argument: Argument, odds: Odds, weights: Weights) -> Argument:
    held = asked(argument, odds)
    if held is None:
        return argument
    kind, share = held
    return replace(argument, confidence=_calibrated(getattr(weights, kind), share))


def _calibrated(curve: Calibration, share: float) -> float:
    return round(min(0.99, float(curve.apply(share))), 2)
