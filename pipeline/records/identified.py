"""What a run decides of an article: who is who in it, and the ids of its events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.records.annotations import Annotations, Entity, Event
from pipeline.records.ids import event_id, numbered


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """What the merge over the run decided.

    Attributes:
        entity_ids: (doc_id, entity key of that article) -> entity_id of the run.
        entities: entity_id -> the merged entity.
        cluster_ids: event_id -> cluster_id.
    """

    entity_ids: Mapping[tuple[str, str], str]
    entities: Mapping[str, Entity]
    cluster_ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TitledEvent:
    """An event with its id: what is needed to build its rows."""

    event_id: str
    event: Event


def identified_events(doc_id: str, annotations: Annotations) -> list[TitledEvent]:
    """The events of an article with their ids, in the order of their triggers."""
    seen: dict[str, int] = {}
    ordered = sorted(annotations.events, key=lambda e: (e.trigger_start, e.trigger_end, e.type))
    return [
        TitledEvent(event_id=numbered(event_id(doc_id, e.trigger_start, e.trigger_end, e.type), seen), event=e)
        for e in ordered
    ]
