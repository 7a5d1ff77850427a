"""The published tables: one frozen dataclass a table, one described field a column."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pipeline.errors import InputError
from pipeline.records.tables.column import Column, columns
from pipeline.records.tables.documents import DocumentRow
from pipeline.records.tables.entities import EntityRow, PositionRow
from pipeline.records.tables.events import ArgumentRow, ClusterRow, EventRow
from pipeline.records.tables.mentions import MentionRow, RelationRow
from pipeline.records.tables.quotes import QuoteRow

SCHEMA_VERSION = "1.0.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A published table: `key` names the columns that identify a row, `references` column -> (table, column)."""

    name: str
    row_type: type
    key: tuple[str, ...] = ()
    references: tuple[tuple[str, str, str], ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Columns in their published order."""
        return columns(self.row_type)

    @property
    def meaning(self) -> str:
        """What a row is."""
        return (self.row_type.__doc__ or "").strip()


_DOCUMENT = ("doc_id", "documents", "doc_id")
TABLES: tuple[Table, ...] = (
    Table(name="documents", row_type=DocumentRow, key=("doc_id",)),
    Table(
        name="mentions", row_type=MentionRow, key=("mention_id",),
        references=(_DOCUMENT, ("entity_id", "entities", "entity_id")),
    ),
    Table(name="entities", row_type=EntityRow, key=("entity_id",)),
    Table(
        name="positions", row_type=PositionRow, key=("position_id",),
        references=(
            _DOCUMENT, ("person_id", "entities", "entity_id"), ("organization_id", "entities", "entity_id"),
        ),
    ),
    Table(
        name="events", row_type=EventRow, key=("event_id",),
        references=(
            _DOCUMENT, ("cluster_id", "event_clusters", "cluster_id"), ("place_id", "entities", "entity_id"),
        ),
    ),
    Table(
        name="event_arguments", row_type=ArgumentRow,
        references=(
            _DOCUMENT, ("event_id", "events", "event_id"), ("entity_id", "entities", "entity_id"),
            ("mention_id", "mentions", "mention_id"),
        ),
    ),
    Table(
        name="quotes", row_type=QuoteRow, key=("quote_id",),
        references=(_DOCUMENT, ("speaker_id", "entities", "entity_id")),
    ),
    Table(
        name="relations", row_type=RelationRow, key=("relation_id",),
        references=(
            _DOCUMENT, ("head_mention_id", "mentions", "mention_id"), ("tail_mention_id", "mentions", "mention_id"),
        ),
    ),
    Table(name="event_clusters", row_type=ClusterRow, key=("cluster_id",)),
)  # fmt: skip


def table(name: str) -> Table:
    """Look a table up by name.

    Raises:
        KeyError: no table has this name.
    """
    return {each.name: each for each in TABLES}[name]


def tables_named(names: Collection[str]) -> tuple[Table, ...]:
    """The tables that a user has named, in their published order; all where none is named.

    Raises:
        InputError: there is no such table.
    """
    known = [each.name for each in TABLES]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise InputError(f"There is no table {unknown[0]!r}. Choose from {', '.join(known)}.")
    return tuple(each for each in TABLES if not names or each.name in names)
