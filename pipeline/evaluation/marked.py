"""Gold articles as the small networks learn from them: everything is a span."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.evaluation.gold import GoldArticle, GoldEvent
from pipeline.evaluation.names import NameIndex
from pipeline.records.annotations import Span
from pipeline.training.marked import MarkedEvent, MarkedNames, MarkedText


def mark_article(article: GoldArticle, *, weight: float = 1.0) -> MarkedText:
    """The article with its events as spans; only the first telling of each event is annotated."""
    names = NameIndex(article)
    events = tuple(_event(event, article, names) for event in article.events)
    part = (0, len(article.text))
    return MarkedText(article=article.as_article(), events=events, part=part, thorough=False, weight=weight)


def mark_names(article: GoldArticle) -> MarkedNames:
    """The article with the type of each of its names."""
    types = {span: entity.type for entity in article.entities for span in entity.mentions}
    return MarkedNames(article=article.as_article(), types=types)


def _event(event: GoldEvent, article: GoldArticle, names: NameIndex) -> MarkedEvent:
    def spans(known: Iterable[str | None]) -> tuple[Span, ...]:
        wanted = {names.canonical_or_folded(name) for name in known if name}
        return tuple(span for entity in article.entities if entity.name in wanted for span in entity.mentions)

    return MarkedEvent(
        trigger=event.trigger, types=(event.type, *event.type_also), status=event.status,
        participants=spans(event.participants), optional=spans(event.participants_also),
        places=spans((event.place, *event.place_also)),
        dates=tuple((d.start, d.end) for d in article.dates if set(d.values) & set(event.date)),
    )  # fmt: skip
