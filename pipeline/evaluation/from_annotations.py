"""Answers straight from the annotations of one article, where no run has merged anything yet."""

from __future__ import annotations

from pipeline.evaluation.answers import (
    Answers,
    EntityAnswer,
    EventAnswer,
    MentionAnswer,
    PositionAnswer,
    QuoteAnswer,
)
from pipeline.records.annotations import Annotations, Event
from pipeline.records.article import Article
from pipeline.records.tabulate import TAKING_PART


def answers_from_annotations(article: Article, found: Annotations) -> Answers:
    """Turn annotations into answers as the tables of a run over this one article would give them."""
    names = {entity.key: entity.name for entity in found.entities}
    return Answers(
        published=article.published,
        mentions=tuple(
            MentionAnswer(start=m.start, end=m.end, type=m.type, kind=m.kind, value=m.value, entity=m.entity)
            for m in found.mentions
        ),
        entities={entity.key: EntityAnswer(type=entity.type, name=entity.name) for entity in found.entities},
        events=tuple(_event(e, names) for e in sorted(found.events, key=lambda e: (e.trigger_start, e.trigger_end))),
        quotes=tuple(
            QuoteAnswer(text=q.text, speaker=names.get(q.speaker, "")) for q in found.quotes if q.kind == "direct"
        ),
        positions=tuple(
            PositionAnswer(
                person=names.get(p.person, ""), position=p.position, organization=names.get(p.organization, "")
            )
            for p in found.positions
        ),
    )


def _event(event: Event, names: dict[str, str]) -> EventAnswer:
    keys = dict.fromkeys(a.entity for a in event.arguments if a.role in TAKING_PART)
    return EventAnswer(
        type=event.type, status=event.status, date=event.date, place=names.get(event.place, ""),
        participants=tuple(names[key] for key in keys if key in names), start=event.trigger_start,
        end=event.trigger_end,
    )  # fmt: skip
