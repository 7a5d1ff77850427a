"""The tables as a property graph: which rows are nodes, and which columns are edges between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pipeline.records.annotations import PLACE_TYPES


@dataclass(frozen=True, slots=True, kw_only=True)
class Nodes:
    """Every row of a table is a node.

    Attributes:
        table: the table; `key` its column of ids.
        space: name of the ids, so that an article and an event may share one.
        labels: the labels of a row.
        without: columns that are edges instead of properties.
    """

    table: str
    key: str
    space: str
    labels: Callable[[Any], str]
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Every row of a table that has both ids is an edge.

    Attributes:
        name: of the file; `table` whose rows they are.
        start: column of the first id, and the space that it is in; `end` of the second.
        kind: the type of a row's edge.
        properties: columns that the edge carries.
    """

    name: str
    table: str
    start: tuple[str, str]
    end: tuple[str, str]
    kind: Callable[[Any], str]
    properties: tuple[str, ...] = ()


def _always(text: str) -> Callable[[Any], str]:
    return lambda row: text


def _entity_labels(row: Any) -> str:
    """`Entity;Person`, `Entity;City;Place`."""
    own = "".join(part.capitalize() for part in row.type.split("_"))
    return f"Entity;{own};Place" if row.type in PLACE_TYPES else f"Entity;{own}"


NODES = (
    Nodes(
        table="documents", key="doc_id", space="Article", labels=_always("Article"), without=("duplicate_of",),
    ),
    Nodes(
        table="entities", key="entity_id", space="Entity", labels=_entity_labels, without=("parent_id", "merged_into"),
    ),
    Nodes(
        table="events", key="event_id", space="Event", labels=_always("Event"),
        without=("doc_id", "cluster_id", "place_id"),
    ),
    Nodes(table="event_clusters", key="cluster_id", space="Happening", labels=_always("Happening")),
    Nodes(
        table="positions", key="position_id", space="Position", labels=_always("Position"),
        without=("doc_id", "person_id", "organization_id"),
    ),
    Nodes(table="quotes", key="quote_id", space="Quote", labels=_always("Quote"), without=("doc_id", "speaker_id")),
)  # fmt: skip
_ARTICLE, _ENTITY, _EVENT = ("doc_id", "Article"), ("entity_id", "Entity"), ("event_id", "Event")
_POSITION, _QUOTE = ("position_id", "Position"), ("quote_id", "Quote")
EDGES = (
    Edges(name="duplicate_of", table="documents", start=_ARTICLE, end=("duplicate_of", "Article"),
          kind=_always("DUPLICATE_OF")),
    Edges(name="mentioned_in", table="mentions", start=_ENTITY, end=_ARTICLE, kind=_always("MENTIONED_IN"),
          properties=("mention_id", "start", "end", "text", "kind", "confidence", "source")),
    Edges(name="part_of", table="entities", start=_ENTITY, end=("parent_id", "Entity"), kind=_always("PART_OF")),
    Edges(name="merged_into", table="entities", start=_ENTITY, end=("merged_into", "Entity"),
          kind=_always("MERGED_INTO")),
    Edges(name="holds", table="positions", start=("person_id", "Entity"), end=_POSITION, kind=_always("HOLDS"),
          properties=("tenure", "since", "until")),
    Edges(name="position_at", table="positions", start=_POSITION, end=("organization_id", "Entity"),
          kind=_always("POSITION_AT")),
    Edges(name="position_stated_in", table="positions", start=_POSITION, end=_ARTICLE, kind=_always("STATED_IN")),
    Edges(name="told_in", table="events", start=_EVENT, end=_ARTICLE, kind=_always("TOLD_IN")),
    Edges(name="telling_of", table="events", start=_EVENT, end=("cluster_id", "Happening"), kind=_always("TELLING_OF")),
    Edges(name="at_place", table="events", start=_EVENT, end=("place_id", "Entity"), kind=_always("AT_PLACE")),
    Edges(name="arguments", table="event_arguments", start=_EVENT, end=_ENTITY, kind=lambda row: row.role.upper(),
          properties=("name", "text", "start", "end", "mention_id", "value", "confidence", "source")),
    Edges(name="said", table="quotes", start=("speaker_id", "Entity"), end=_QUOTE, kind=_always("SAID")),
    Edges(name="quoted_in", table="quotes", start=_QUOTE, end=_ARTICLE, kind=_always("QUOTED_IN")),
    Edges(name="relations", table="relations", start=("head_entity_id", "Entity"), end=("tail_entity_id", "Entity"),
          kind=lambda row: row.type,
          properties=("relation_id", "doc_id", "head", "tail", "head_mention_id", "tail_mention_id", "confidence",
                      "source")),
)  # fmt: skip
