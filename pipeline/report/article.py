"""One article as a page shows it: its text with all that stands in it marked, its records cell by cell beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.loading.articles import ArticleRecords
from pipeline.records.tables.column import Row
from pipeline.records.tables.events import ArgumentRow, EventRow
from pipeline.report.choice import ListedArticle
from pipeline.report.coverage import Found, find_signs, taken_by
from pipeline.report.labels_file import Labels
from pipeline.report.segments import Layer, Paragraph, paragraphs
from pipeline.report.texts import Piece, quoted_pieces

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """What the template is filled with; `whole` tells that the text is there and not only what rows quote of it."""

    article: ListedArticle
    paragraphs: tuple[Paragraph, ...]
    whole: bool
    events: tuple[Record, ...]
    positions: tuple[Record, ...]
    quotes: tuple[Record, ...]
    relations: tuple[Record, ...]
    mentions: tuple[Row, ...]
    missed: tuple[Found, ...]
    signs: tuple[Found, ...]


def show_article(article: ListedArticle, rows: ArticleRecords, text: str | None, labels: Labels) -> ArticlePage:
    """Lay out one article; without its `text` only the sentences that rows quote are shown."""
    pieces = quoted_pieces(rows.events, rows.quotes) if text is None else (Piece(0, text),)
    taken = taken_by(rows.mentions, rows.events, rows.event_arguments, rows.quotes)
    signs = tuple(find_signs(text, taken)) if text is not None else ()
    missed = tuple(sign for sign in signs if not sign.taken)
    events = tuple(_events(rows, labels))
    places = {m.mention_id: (m.start, m.end) for m in rows.mentions}
    records = (events, tuple(_positions(rows, labels)), tuple(_quotes(rows, labels)), tuple(_relations(rows, places)))
    return ArticlePage(
        article=article, whole=text is not None, events=records[0], positions=records[1], quotes=records[2],
        relations=records[3], mentions=tuple(rows.mentions), missed=missed, signs=signs,
        paragraphs=tuple(paragraphs(pieces, _layers(rows, missed, labels), _borders(records))),
    )  # fmt: skip


def _borders(records: Iterable[Sequence[Record]]) -> Iterator[int]:
    """Offsets at which a link to a cell begins or ends: the text must be cut there."""
    for record in (record for group in records for record in group):
        for span in (record.span, record.core, *(cell.span for cell in record.cells)):
            yield from span or ()


def _layers(rows: ArticleRecords, missed: Iterable[Found], labels: Labels) -> Iterator[Layer]:
    for m in rows.mentions:
        kind = labels.get(f"mention.{m.type}", m.type)
        hint = f"{kind}: {m.value or m.name or m.text}"
        yield Layer(start=m.start, end=m.end, look=f"m m-{m.type}", hint=hint)
    for q in rows.quotes:
        yield Layer(start=q.start, end=q.end, look="quote", hint=q.speaker)
    for e in rows.events:
        hint = f"{labels.get(f'type.{e.type}', e.type)}: {labels.get(f'status.{e.status}', e.status)}"
        yield Layer(
            start=e.trigger_start, end=e.trigger_end, look=f"trigger s-{e.status}", hint=hint, target=e.event_id
        )
    for sign in missed:
        yield Layer(start=sign.start, end=sign.end, look="missed", hint=labels[f"sign.{sign.sign}"])


def _events(rows: ArticleRecords, labels: Labels) -> Iterator[Record]:
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
    yield Cell(label=labels["ui.source"], value=e.source)


def _positions(rows: ArticleRecords, labels: Labels) -> Iterator[Record]:
    for p in rows.positions:
        cells = [Cell(label=labels["ui.post"], value=p.position, span=(p.start, p.end))]
        cells += [Cell(label=labels["ui.body"], value=p.organization)] if p.organization else []
        cells.append(Cell(label=labels["ui.tenure"], value=labels.get(f"tenure.{p.tenure}", p.tenure)))
        yield Record(id=p.position_id, title=p.person, cells=tuple(cells), span=(p.start, p.end))


def _quotes(rows: ArticleRecords, labels: Labels) -> Iterator[Record]:
    for q in rows.quotes:
        cells = [Cell(label=labels.get(f"quote.{q.kind}", q.kind), value=q.text, span=(q.start, q.end))]
        cells += [Cell(label=labels["ui.cue"], value=q.cue)] if q.cue else []
        title = q.speaker or labels["ui.speaker_unknown"]
        yield Record(id=q.quote_id, title=title, cells=tuple(cells), span=(q.start, q.end))


def _relations(rows: ArticleRecords, places: Mapping[str, Span]) -> Iterator[Record]:
    for r in rows.relations:
        ends = (
            Cell(label="", value=r.head, span=places.get(r.head_mention_id)),
            Cell(label="", value=r.tail, span=places.get(r.tail_mention_id)),
        )
        yield Record(id=r.relation_id, title=r.type, cells=ends)
