"""Give a record and its cells the probabilities that they are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.events.certainty.odds import Odds
from pipeline.events.certainty.record import certainty, joint_odds
from pipeline.events.certainty.weights import Weights, shipped_weights
from pipeline.events.record_arguments import PARTICIPANT_ROLES
from pipeline.events.tellings import Telling
from pipeline.mentions.reader.calibration import Calibration
from pipeline.records.annotations import Argument, Event


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
        certainty=certainty(event, tellings, weights.record),
    )  # fmt: skip


def _rated_cell(argument: Argument, odds: Odds, weights: Weights) -> Argument:
    """Who only holds a topic or an office was not asked about, nor was a number."""
    curve, share = weights.date, odds.dates.get(argument.value)
    if argument.role in PARTICIPANT_ROLES:
        curve, share = weights.participant, odds.participants.get(argument.entity)
    elif argument.role == "place":
        curve, share = weights.place, odds.places.get(argument.entity)
    elif argument.role != "date":
        return argument
    return argument if share is None else replace(argument, confidence=_calibrated(curve, share))


def _calibrated(curve: Calibration, share: float) -> float:
    return round(min(0.99, float(curve.apply(share))), 2)
