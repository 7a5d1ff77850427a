"""`events.jsonl`: one line an event, everything that belongs to it nested within."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.exports.base import Exported
from pipeline.exports.entity_index import EntityIndex, indexed
from pipeline.loading.articles import ArticleRecords, articles_of
from pipeline.loading.finished_run import FinishedRun
from pipeline.records.tables.column import cell
from pipeline.records.tables.documents import DocumentRow
from pipeline.records.tables.events import ArgumentRow, EventRow
from pipeline.writers.base import replacing
from pipeline.writers.json_lines import json_line

NAME = "events.jsonl"


def export(run: FinishedRun, folder: Path) -> Exported:
    """Write the events with their article, place and arguments, who fills them included."""
    lines = 0
    with (
        indexed(run.rows("entities")) as entities,
        replacing(folder / NAME) as part,
        part.open("w", encoding="utf-8", newline="\n") as handle,
    ):
        for record in _records(run, entities):
            handle.write(json_line(record))
            lines += 1
    return Exported(files=(folder / NAME,), written={"events": lines})


def _records(run: FinishedRun, entities: EntityIndex) -> Iterator[dict[str, Any]]:
    for article in articles_of(run):
        for event in article.events:
            yield nested(event, article, entities)


def nested(event: EventRow, article: ArticleRecords, entities: EntityIndex) -> dict[str, Any]:
    """The record of an event: every key is always there, `null` where nothing is known."""
    return {
        "event_id": event.event_id,
        "cluster_id": event.cluster_id,
        "type": event.type,
        "plover": event.plover or None,
        "status": event.status,
        "status_cue": _span(event.status_span),
        "phase": event.phase or None,
        "title": event.title or None,
        "date": _date(event),
        "place": _place(event, entities),
        "participants": list(event.participants),
        "arguments": [_argument(each, entities) for each in article.arguments_of(event)],
        "trigger": {"text": event.trigger, "start": event.trigger_start, "end": event.trigger_end},
        "evidence": {"text": event.evidence, "start": event.evidence_start, "end": event.evidence_end},
        "asserted_by": event.asserted_by or None,
        "confidence": _number(event.confidence),
        "certainty": _number(event.certainty),
        "source": event.source,
        "article": _article(article.document),
    }


def _date(event: EventRow) -> dict[str, Any] | None:
    if not event.date:
        return None
    return {
        "edtf": event.date,
        "start": event.date_start.isoformat() if event.date_start else None,
        "end": event.date_end.isoformat() if event.date_end else None,
        "text": event.date_text or None,
    }


def _place(event: EventRow, entities: EntityIndex) -> dict[str, Any] | None:
    if not event.place:
        return None
    return {
        "name": event.place,
        "entity": _entity(event.place_id, entities),
        "country": event.country or None,
        "latitude": _number(event.latitude),
        "longitude": _number(event.longitude),
    }


def _argument(filler: ArgumentRow, entities: EntityIndex) -> dict[str, Any]:
    return {
        "role": filler.role,
        "name": filler.name,
        "value": filler.value or None,
        "entity": _entity(filler.entity_id, entities),
        "mention_id": filler.mention_id or None,
        "text": filler.text,
        "start": filler.start,
        "end": filler.end,
        "confidence": _number(filler.confidence),
        "source": filler.source,
    }


def _entity(entity_id: str, entities: EntityIndex) -> dict[str, Any] | None:
    if not entity_id:
        return None
    row = entities.find(entity_id)
    if row is None:
        return {"entity_id": entity_id, "type": None, "name": None, "name_en": None, "wikidata_id": None}
    return {
        "entity_id": entity_id,
        "type": row.type,
        "name": row.name,
        "name_en": row.name_en or None,
        "wikidata_id": row.wikidata_id or None,
    }


def _article(document: DocumentRow) -> dict[str, Any]:
    return {
        "doc_id": document.doc_id,
        "title": document.title or None,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url or None,
        "publisher": document.publisher or None,
        "source": document.source,
        "text_sha256": document.text_sha256,
    }


def _span(span: tuple[int, int] | None) -> dict[str, int] | None:
    return {"start": span[0], "end": span[1]} if span else None


def _number(value: float | None) -> float | None:
    return None if value is None else float(cell(value))
