"""The factuality network: `models/factuality`, which `svodka train-events` writes."""

from __future__ import annotations

from functools import cache
from typing import get_args

from pipeline.language.networks import Networks
from pipeline.records.annotations import Status
from pipeline.resources import models_dir

STATUSES: tuple[Status, ...] = get_args(Status)


@cache
def shipped_factuality() -> Networks:
    """The network of `models/factuality`; its answers are the statuses."""
    return Networks(models_dir() / "factuality", written_by="svodka train-events")
