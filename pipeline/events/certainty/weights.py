"""The figures of `models/certainty.yaml`, as `benchmarks/certainty.py` fitted them on marked news."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from pipeline.mentions.reader.calibration import Calibration
from pipeline.resources import models_dir, read_sections


class RecordWeights(BaseModel):
    """A logistic regression: what each thing known of a record counts for in whether all of it is right.

    Attributes:
        base: where nothing else were known.
        type, participants, place, date, status: of the log-odds of each field.
        nobody: of a record without participants.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    base: float
    type: float
    participants: float
    place: float
    date: float
    status: float
    nobody: float


class Weights(BaseModel):
    """How shares become probabilities: of the event, of the cells of participants, place and date, of the record."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    event: Calibration
    participant: Calibration
    place: Calibration
    date: Calibration
    record: RecordWeights


class Shipped(BaseModel):
    """The weights for a run with the encoder, and for a quick one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    careful: Weights
    quick: Weights


@cache
def shipped_weights() -> Shipped:
    """Read `models/certainty.yaml`."""
    return Shipped(**read_sections(models_dir() / "certainty.yaml", set(Shipped.model_fields)))
