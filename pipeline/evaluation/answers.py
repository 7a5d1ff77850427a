"""What a run says about one article, in the shape that scoring needs, whether from its tables or from memory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionAnswer:
    """A mention; `entity` is a key of `Answers.entities` or empty."""

    start: int
    end: int
    type: str
    kind: str
    value: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityAnswer:
    """An entity's type and canonical name."""

    type: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventAnswer:
    """An event; empty strings where a cell is empty."""

    type: str
    status: str
    date: str
    place: str
    participants: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteAnswer:
    """A piece of direct speech."""

    text: str
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionAnswer:
    """A post held."""

    person: str
    position: str
    organization: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything a run says about one article."""

    published: dt.date | None = None
    mentions: tuple[MentionAnswer, ...] = ()
    entities: dict[str, EntityAnswer] = field(default_factory=dict)
    events: tuple[EventAnswer, ...] = ()
    quotes: tuple[QuoteAnswer, ...] = ()
    positions: tuple[PositionAnswer, ...] = ()
