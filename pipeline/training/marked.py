"""Articles with events or names marked by hand, as the small networks learn from them: everything is a span."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.records.annotations import Span
from pipeline.records.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedEvent:
    """A happening.

    Attributes:
        trigger: the words that name it first.
        types: accepted types, the best first.
        again: other words that name it, as far as they were marked.
        participants: a span of each name of those who take part.
        optional: names of whom it does not matter whether they take part.
        places, dates: a span of each name of its place, of each calendar expression that says its day.
    """

    trigger: Span
    types: tuple[str, ...]
    status: str
    again: tuple[Span, ...] = ()
    participants: tuple[Span, ...] = ()
    optional: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    dates: tuple[Span, ...] = ()

    @property
    def tellings(self) -> tuple[Span, ...]:
        """All words that name it."""
        return self.trigger, *self.again


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """An article with the events of one part of it.

    Attributes:
        part: offsets of what was read for events.
        thorough: whether every telling of an event is marked, or only the first.
        weight: how much it counts in learning.
    """

    article: Article
    events: tuple[MarkedEvent, ...]
    part: Span
    thorough: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedNames:
    """An article with the type of every name in it: person, organization, a place of any sort."""

    article: Article
    types: Mapping[Span, str]
