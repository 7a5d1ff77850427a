"""What a status rule answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from pipeline.records.annotations import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A status with the token that decided it; `datable` where the event's date may correct it."""

    status: Status
    cue: Token | None = None
    phase: Literal["", "start", "end"] = ""
    datable: bool = False
    confidence: float = 0.9
