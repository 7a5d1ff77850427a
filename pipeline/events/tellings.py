"""One telling of an event: a trigger with what was found for it, before tellings of one happening are joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.events.arguments.event_date import EventDate
from pipeline.events.arguments.places import EventPlace
from pipeline.events.candidate import Candidate
from pipeline.events.certainty.odds import UNASKED, Odds
from pipeline.records.annotations import Argument, Span, Status

# Types whose events are words said: each saying is a happening of its own.
SAYINGS = frozenset({"request", "support", "accusation", "rejection", "threat", "call", "concession"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A candidate with its status, date, place and fillers.

    Attributes:
        headline: whether it stands in the title; the record then takes its trigger from the body, if that tells it.
        evidence: offsets of its sentence.
        rule: name of the rule that decided the status.
        asserted_by: entity key of the speaker whose words it stands in.
        odds: what the networks hold of its fields.
    """

    candidate: Candidate
    status: Status
    cue: Span | None
    phase: Literal["", "start", "end"]
    evidence: Span
    rule: str = ""
    headline: bool = False
    date: EventDate | None = None
    place: EventPlace | None = None
    fillers: tuple[Argument, ...] = ()
    counts: tuple[Argument, ...] = ()
    asserted_by: str = ""
    odds: Odds = UNASKED

    @property
    def actors(self) -> frozenset[str]:
        """Entity keys of all who take part."""
        return frozenset(a.entity for a in self.fillers if a.entity)

    @property
    def is_grounded(self) -> bool:
        """Whether it names at least one participant, place or date."""
        return bool(self.fillers or self.date or self.place)
