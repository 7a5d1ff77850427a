"""Records of an article as a page shows them beside the text, cell by cell, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.loading.articles import ArticleRecords
from pipeline.records.tables.events import ArgumentRow, EventRow
from pipeline.report.labels_file import Labels

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a record; `span` is its place in the text, `None` where no words carry it."""

    label: str
    value: str
    span: Span | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record beside the text: `id` can be linked to, `look` is a class, `span` lights up when it is opened."""

    id: str
    title: str
    cells: tuple[Cell, ...]
    look: str = ""
    badge: str = ""
    span: Span | None = None
    core: Span | None = None


def event_records(rows: ArticleRecords, labels: Labels) -> Iterator[Record]:
    """Events with their status, fields and arguments."""
    arguments: dict[str, list[ArgumentRow]] = {}
    for row in rows.event_arguments:
        arguments.setdefault(row.event_id, []).append(row)
    for e in rows.events:
        yield Record(
            id=e.event_id, title=labels.get(f"type.{e.type}", e.type), badge=e.status, look=f"s-{e.status}",
            span=(e.evidence_start, e.evidence_end), core=(e.trigger_start, e.trigger_end),
            cells=tuple(_event_cells(e, arguments.get(e.event_id, ()), labels)),
        )  # fmt: skip


def _event_cells(e: EventRow, arguments: Sequence[ArgumentRow], labels: Labels) -> Iterator[Cell]:
    yield Cell(label=labels["ui.trigger"], value=e.trigger, span=(e.trigger_start, e.trigger_end))
    status = labels.get(f"status.{e.status}", e.status)
    yield Cell(label=labels["ui.status"], value=status, span=e.status_span)
    if e.phase:
        yield Cell(label=labels["ui.phase"], value=labels.get(f"phase.{e.phase}", e.phase))
    if e.date and not any(a.role == "date" for a in arguments):
        yield Cell(label=labels["role.date"], value=e.date, words=e.date_text)
    if e.place and not any(a.role == "place" for a in arguments):
        yield Cell(label=labels["role.place"], value=e.place)
    for a in arguments:
        value = f"{a.name} ({a.value})" if a.value and a.value != a.name else a.name
        words = a.text if a.text != value else ""
        yield Cell(label=labels.get(f"role.{a.role}", a.role), value=value, span=(a.start, a.end), words=words)
    if e.asserted_by:
        yield Cell(label=labels["ui.asserted_by"], value=e.asserted_by)
    yield Cell(label=labels["ui.confidence"], value=f"{e.confidence:.2f}")
    yield Cell(label=labels["ui.certainty"], value=f"{e.certainty:.2f}")
    yield Cell(label=labels["ui.source"], value=e.source)


def position_records(rows: ArticleRecords, labels: Labels) -> Iterator[Record]:
    """Posts with their holders and bodies."""
    for p in rows.positions:
        cells = [Cell(label=labels["ui.post"], value=p.position, span=(p.start, p.end))]
        cells += [Cell(label=labels["ui.body"], value=p.organization)] if p.organization else []
        cells.append(Cell(label=labels["ui.tenure"], value=labels.get(f"tenure.{p.tenure}", p.tenure)))
        yield Record(id=p.position_id, title=p.person, cells=tuple(cells), span=(p.start, p.end))


def quote_records(rows: ArticleRecords, labels: Labels) -> Iterator[Record]:
    """What was said, with its speaker."""
    for q in rows.quotes:
        cells = [Cell(label=labels.get(f"quote.{q.kind}", q.kind), value=q.text, span=(q.start, q.end))]
        cells += [Cell(label=labels["ui.cue"], value=q.cue)] if q.cue else []
        title = q.speaker or labels["ui.speaker_unknown"]
        yield Record(id=q.quote_id, title=title, cells=tuple(cells), span=(q.start, q.end))


def relation_records(rows: ArticleRecords, places: Mapping[str, Span]) -> Iterator[Record]:
    """Relations with both their ends, which lie where `places` says that the mentions do."""
    for r in rows.relations:
        ends = (
            Cell(label="", value=r.head, span=places.get(r.head_mention_id)),
            Cell(label="", value=r.tail, span=places.get(r.tail_mention_id)),
        )
        yield Record(id=r.relation_id, title=r.type, cells=ends)
