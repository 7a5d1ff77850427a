"""The tables `events`, `event_arguments` and `event_clusters`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import get_args

from pipeline.records.annotations import Status
from pipeline.records.notebook import card
from pipeline.records.tables.column import column

STATUSES = get_args(Status)
PHASES = ("start", "end")
ROLES = (
    "participant", "agent", "recipient", "organizer", "body", "place", "date", "topic", "document", "instrument",
    "cause", "result", "total", "done", "not_done", "killed", "injured", "amount",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """Something that happens, as one article tells it."""

    event_id: str = column("Made of document, trigger and type.")
    doc_id: str = column("Document.")
    cluster_id: str = column("The happening in event_clusters that this is a telling of.")
    type: str = column("Kind of happening: an id of the ontology.")
    plover: str = column("PLOVER category.", default="")
    status: str = column("What became of it, as this article tells it.", values=STATUSES)
    phase: str = column("Whether the article tells of its start or end.", values=PHASES, default="")
    date: str = column("When, as EDTF.", default="")
    date_start: dt.date | None = column("First day it can have been.", default=None)
    date_end: dt.date | None = column("Last day it can have been.", default=None)
    date_text: str = column("The words of the date.", default="")
    place: str = column("Most specific named place.", default="")
    place_id: str = column("entity_id of the place.", default="")
    country: str = column("ISO 3166-1 alpha-2 code of the place's country.", default="")
    latitude: float | None = column("Of the place, north.", unit="degrees", default=None)
    longitude: float | None = column("Of the place, east.", unit="degrees", default=None)
    participants: tuple[str, ...] = column("Who takes part, persons first.", default=())
    title: str = column("One line for a reader.", default="")
    trigger: str = column("The word that names the event.")
    trigger_start: int = column("First character of the trigger.", unit="code points")
    trigger_end: int = column("Character after the trigger.", unit="code points")
    evidence: str = column("The sentence that tells it.")
    evidence_start: int = column("First character of the sentence.", unit="code points")
    evidence_end: int = column("Character after the sentence.", unit="code points")
    status_cue: str = column("start-end of the word that decided the status.", default="")
    asserted_by: str = column("Speaker, where only a quote or «по словам» carries the claim.", default="")
    confidence: float = column("How likely the article tells of such an event, 0 to 1.")
    source: str = column("Trigger entry and frame that made the row.")
    certainty: float = column("How likely type, status, participants, place and date are all right.", default=0.0)

    @property
    def status_span(self) -> tuple[int, int] | None:
        """`status_cue` as offsets."""
        start, _, end = self.status_cue.partition("-")
        return (int(start), int(end)) if end else None

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        facts = [
            ("date", self.date), ("place", self.place), ("participants", "; ".join(self.participants)),
            ("evidence", self.evidence), ("asserted by", self.asserted_by), ("confidence", f"{self.confidence:.2f}"),
            ("certainty", f"{self.certainty:.2f}"), ("id", self.event_id),
        ]  # fmt: skip
        return card(self.title or self.type, facts, status=self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentRow:
    """One filler of one role of one event."""

    event_id: str = column("Event.")
    doc_id: str = column("Document.")
    role: str = column("What the filler is in the event.", values=ROLES)
    name: str = column("Canonical name, EDTF value or words of the filler.")
    entity_id: str = column("Entity that fills the role.", default="")
    mention_id: str = column("Mention that fills the role; it may be wider than the filler.", default="")
    text: str = column("The filler as it stands in the text.")
    start: int = column("First character.", unit="code points")
    end: int = column("Character after the last.", unit="code points")
    value: str = column("Number of a count, EDTF of a date.", default="")
    confidence: float = column("How likely the filler is right, if there is such an event, 0 to 1.")
    source: str = column("Slot or rule that filled it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterRow:
    """One happening, over all the articles that tell it."""

    cluster_id: str = column("Made of the first telling.")
    type: str = column("Kind of happening.")
    status: str = column("Status in the latest telling.", values=STATUSES)
    date: str = column("When, as EDTF.", default="")
    place: str = column("Where.", default="")
    participants: tuple[str, ...] = column("All who take part in any telling.", default=())
    title: str = column("One line for a reader.", default="")
    events: int = column("Tellings.")
    documents: int = column("Documents that tell it.")
    first_published: dt.date | None = column("Earliest telling.", default=None)
    last_published: dt.date | None = column("Latest telling.", default=None)
    history: tuple[str, ...] = column("`published status doc_id` of each telling in order.")
