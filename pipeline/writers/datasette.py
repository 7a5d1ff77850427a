"""`metadata.json`: what Datasette shows of `svodka.sqlite`: meanings of columns, facets, questions to begin with."""

from __future__ import annotations

from typing import Any

from pipeline.records.tables import TABLES, Table
from pipeline.records.tables.files import DATABASE

NAME = DATABASE.removesuffix(".sqlite")
LONGEST_FACET = 30
_FACETS = {
    "documents": ("status", "published", "publisher"),
    "mentions": ("type", "kind"),
    "entities": ("type", "country"),
    "positions": ("tenure", "organization"),
    "events": ("type", "status", "country", "place"),
    "event_arguments": ("role",),
    "quotes": ("kind", "speaker"),
    "relations": ("type",),
    "event_clusters": ("type", "status", "place"),
}
_LABELS = {
    "documents": "title", "mentions": "text", "entities": "name", "positions": "position", "events": "title",
    "quotes": "text", "event_clusters": "title",
}  # fmt: skip
_WHO_MET_WHOM = """\
SELECT DISTINCT e.date, e.status, e.place, a.name AS who, b.name AS whom, e.evidence, e.doc_id
FROM events AS e
JOIN event_arguments AS a ON a.event_id = e.event_id AND a.role IN ('participant', 'agent')
JOIN event_arguments AS b ON b.event_id = e.event_id AND b.role IN ('participant', 'recipient')
WHERE e.type IN ('meeting', 'session', 'visit') AND e.date_start >= :from_day AND e.date_end <= :to_day
  AND a.entity_id < b.entity_id
ORDER BY e.date_start, who, whom"""
_SEARCH = """\
SELECT e.date, e.type, e.status, e.participants, e.evidence, e.doc_id
FROM events_fts JOIN events AS e ON e.rowid = events_fts.rowid
WHERE events_fts MATCH :words ORDER BY e.date_start"""


def datasette_metadata() -> dict[str, Any]:
    """The content of `metadata.json`."""
    return {
        "title": "Svodka: events in Russian news",
        "description": "Who met whom, where, when, and whether it happened; every row has its place in an article.",
        "databases": {
            NAME: {
                "tables": {table.name: _table(table) for table in TABLES},
                "queries": {
                    "who_met_whom": {
                        "title": "Who met whom",
                        "description": "Days as 2023-11-01; meetings, sessions and visits between them.",
                        "sql": _WHO_MET_WHOM,
                    },
                    "search_events": {
                        "title": "Events by the words of their sentence",
                        "description": "A beginning of a word ends with *: переговор*",
                        "sql": _SEARCH,
                    },
                },
            }
        },
    }


def _table(table: Table) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "description": table.meaning,
        "columns": {
            column.name: f"{column.meaning} In {column.unit}." if column.unit else column.meaning
            for column in table.columns
        },
        "facets": list(_FACETS[table.name]),
        "facet_size": LONGEST_FACET,
    }
    if table.name in _LABELS:
        shown["label_column"] = _LABELS[table.name]
    return shown
