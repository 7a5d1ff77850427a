"""One article as a page shows it: its text with all that stands in it marked, its records cell by cell beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.loading.articles import ArticleRecords
from pipeline.records.tables.column import Row
from pipeline.report.article_records import Record, event_records, position_records, quote_records, relation_records
from pipeline.report.choice import ListedArticle
from pipeline.report.coverage import Found, find_signs, taken_by
from pipeline.report.labels_file import Labels
from pipeline.report.segments import Layer, Paragraph, paragraphs
from pipeline.report.texts import Piece, quoted_pieces


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
    places = {m.mention_id: (m.start, m.end) for m in rows.mentions}
    records = (
        tuple(event_records(rows, labels)),
        tuple(position_records(rows, labels)),
        tuple(quote_records(rows, labels)),
        tuple(relation_records(rows, places)),
    )
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
    """What is marked in the text: names, speech, triggers, signs of events that were missed."""
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
