"""Annotations of one article to rows of the tables, once the run has told who is who."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pipeline.records.annotations import Annotations, Argument, Event, Mention
from pipeline.records.article import Article
from pipeline.records.fillers import Fillers
from pipeline.records.identified import Identities, identified_events
from pipeline.records.ids import encode_id, mention_id, numbered, relation_id, span_id, text_sha256
from pipeline.records.tables.documents import DocumentRow
from pipeline.records.tables.entities import PositionRow
from pipeline.records.tables.events import ArgumentRow, EventRow
from pipeline.records.tables.mentions import MentionRow, RelationRow
from pipeline.records.tables.quotes import QuoteRow

TAKING_PART = ("participant", "agent", "recipient", "body")


def document_row(article: Article, annotations: Annotations | None, *, status: str = "ok", **extra: str) -> DocumentRow:
    """The row of an article; `annotations` is `None` where it was not read (`extra`: error, duplicate_of)."""
    title = article.title or next((article.text[x.start : x.end] for x in article.lines if x.role == "title"), "")
    return DocumentRow(
        doc_id=article.doc_id, source=article.source, url=article.url, title=title, published=article.published,
        published_from=article.published_from, publisher=article.publisher, author=article.author,
        language=article.language, encoding=article.encoding, characters=len(article.text),
        sentences=annotations.sentences if annotations else 0, tokens=annotations.tokens if annotations else 0,
        mentions=len(annotations.mentions) if annotations else 0, events=len(annotations.events) if annotations else 0,
        status=status, text_sha256=text_sha256(article.text), **extra,
    )  # fmt: skip


class ArticleTables:
    """Rows of one article, table by table."""

    def __init__(self, article: Article, annotations: Annotations, identities: Identities) -> None:
        """Keep the article, what was found in it and what the run decided."""
        self._article = article
        self._doc = article.doc_id
        self._found = annotations
        self._run = identities
        self._mention_ids = {m.key: mention_id(self._doc, *m.key) for m in annotations.mentions}
        self._fillers = Fillers(annotations.mentions)

    def _entity_id(self, key: str) -> str:
        return self._run.entity_ids.get((self._doc, key), "") if key else ""

    def _name(self, key: str) -> str:
        entity = self._run.entities.get(self._entity_id(key))
        return entity.name if entity else ""

    def mentions(self) -> Iterator[MentionRow]:
        """Rows of `mentions`, by offset; the longer of two that begin together first."""
        seen: dict[str, int] = {}
        for m in sorted(self._found.mentions, key=lambda m: (m.start, -m.end, m.type)):
            yield MentionRow(
                mention_id=numbered(mention_id(self._doc, m.start, m.end, m.type), seen), doc_id=self._doc,
                start=m.start, end=m.end, text=m.text, type=m.type, kind=m.kind, name=m.name, value=m.value,
                entity_id=self._entity_id(m.entity), sentence=self._sentence(m), confidence=m.confidence,
                source=m.source,
            )  # fmt: skip

    def _sentence(self, mention: Mention) -> int:
        return max(bisect_right(self._found.sentence_starts, mention.start) - 1, 0)

    def positions(self) -> Iterator[PositionRow]:
        """Rows of `positions`, by offset."""
        seen: dict[str, int] = {}
        for p in sorted(self._found.positions, key=lambda p: (p.start, p.end, p.person)):
            yield PositionRow(
                position_id=numbered(span_id(self._doc, "p", p.start, p.end), seen), doc_id=self._doc,
                person_id=self._entity_id(p.person), person=self._name(p.person), position=p.position,
                organization_id=self._entity_id(p.organization), organization=self._name(p.organization),
                tenure=p.tenure, since=p.since, until=p.until, text=p.text, start=p.start, end=p.end,
                confidence=p.confidence, source=p.source, position_full=p.post,
            )  # fmt: skip

    def events(self) -> Iterator[EventRow]:
        """Rows of `events`, by trigger."""
        for each in identified_events(self._doc, self._found):
            yield self._event(each.event_id, each.event)

    def _event(self, identifier: str, e: Event) -> EventRow:
        place = self._run.entities.get(self._entity_id(e.place))
        return EventRow(
            event_id=identifier, doc_id=self._doc, cluster_id=self._run.cluster_ids.get(identifier, ""), type=e.type,
            plover=e.plover, status=e.status, phase=e.phase, date=e.date, date_start=e.earliest, date_end=e.latest,
            date_text=e.date_text, place=place.name if place else "", place_id=self._entity_id(e.place),
            country=place.country if place else "", latitude=place.latitude if place else None,
            longitude=place.longitude if place else None, participants=self._participants(e), title=e.title,
            trigger=e.trigger, trigger_start=e.trigger_start, trigger_end=e.trigger_end,
            evidence=self._article.text[e.evidence_start : e.evidence_end], evidence_start=e.evidence_start,
            evidence_end=e.evidence_end, status_cue="-".join(map(str, e.status_cue or ())),
            asserted_by=self._name(e.asserted_by), confidence=e.confidence, source=e.source, certainty=e.certainty,
        )  # fmt: skip

    def _participants(self, event: Event) -> tuple[str, ...]:
        """Names of those who take part, each once, persons first."""
        keys = dict.fromkeys(a.entity for a in event.arguments if a.role in TAKING_PART and a.entity)
        entities = [e for key in keys if (e := self._run.entities.get(self._entity_id(key)))]
        persons_first = sorted(entities, key=lambda e: e.type != "person")
        return tuple(dict.fromkeys(e.name for e in persons_first))

    def event_arguments(self) -> Iterator[ArgumentRow]:
        """Rows of `event_arguments`, event by event."""
        for each in identified_events(self._doc, self._found):
            for argument in each.event.arguments:
                yield self._argument(each.event_id, argument)

    def _argument(self, identifier: str, a: Argument) -> ArgumentRow:
        filler = self._fillers.of(a)
        return ArgumentRow(
            event_id=identifier, doc_id=self._doc, role=a.role, name=self._name(a.entity) or a.name or a.text,
            entity_id=self._entity_id(a.entity), mention_id=self._mention_ids[filler.key] if filler else "",
            text=a.text, start=a.start, end=a.end, value=a.value, confidence=a.confidence, source=a.source,
        )  # fmt: skip

    def quotes(self) -> Iterator[QuoteRow]:
        """Rows of `quotes`, by offset."""
        seen: dict[str, int] = {}
        for q in sorted(self._found.quotes, key=lambda q: (q.start, q.end)):
            yield QuoteRow(
                quote_id=numbered(span_id(self._doc, "q", q.start, q.end), seen),
                group_id=f"{encode_id(self._doc)}-g{q.group}", doc_id=self._doc, kind=q.kind,
                speaker=self._name(q.speaker), speaker_id=self._entity_id(q.speaker), cue=q.cue, text=q.text,
                start=q.start, end=q.end,
            )  # fmt: skip

    def relations(self) -> Iterator[RelationRow]:
        """Rows of `relations`, by offset of the head; both ends are mentions of the article."""
        by_key = {m.key: m for m in self._found.mentions}
        for r in sorted(self._found.relations, key=lambda r: (r.head, r.tail, r.type)):
            head, tail = by_key[r.head], by_key[r.tail]
            yield RelationRow(
                relation_id=relation_id(self._doc, r.head, r.tail, r.type), doc_id=self._doc, type=r.type,
                head_mention_id=self._mention_ids[r.head], tail_mention_id=self._mention_ids[r.tail],
                head=head.text, tail=tail.text, head_entity_id=self._entity_id(head.entity),
                tail_entity_id=self._entity_id(tail.entity), confidence=r.confidence, source=r.source,
            )  # fmt: skip
