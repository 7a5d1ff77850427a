"""A word that may name an event."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.events.ontology import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A word that may name an event.

    Attributes:
        head: index of the token that governs the event's arguments.
        start, end: offsets of the trigger with the words that make it one («возбудили уголовное дело»).
        light: index of the light verb that carries an event noun («провели встречу»), if any.
        words: indices of all tokens of the trigger, in order.
        entry: the words of the lexicon entry that found it; `source` names its type too.
        roles: the entry's own roles, empty where those of its type hold.
        own_type: its type is of a user's file, of which no list of types knows.
        own_entry: the entry is of a user's file: it holds whatever the network takes the word for.
        share: the trigger network's probability that it names an event of its type, 0 where it was not asked.
    """

    type: str
    plover: str
    head: int
    start: int
    end: int
    light: int | None
    entry: str
    source: str
    confidence: float
    words: tuple[int, ...] = ()
    roles: tuple[Role, ...] = ()
    own_type: bool = False
    own_entry: bool = False
    share: float = 0.0
