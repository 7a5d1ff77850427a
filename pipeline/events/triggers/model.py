"""The trigger network: `models/triggers`, which `svodka train-events` writes."""

from __future__ import annotations

from functools import cache

from pipeline.language.networks import Networks
from pipeline.resources import models_dir


@cache
def shipped_triggers() -> Networks:
    """The network of `models/triggers`; its answers are types of events."""
    return Networks(models_dir() / "triggers", written_by="svodka train-events")
