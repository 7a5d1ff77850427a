"""What the rules look at: a record, the words that tell of it, what was made of them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.events.linking.circumstances import SOURCE
from pipeline.records.annotations import Argument, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A record with the words that tell of it, the rules that gave it its status, what the trigger network thinks."""

    doc: Doc
    event: Event
    heads: tuple[Token, ...]
    statuses: frozenset[str] = frozenset()
    share: float = 0.0

    @property
    def named(self) -> list[Argument]:
        """Who is named, the place apart."""
        return [a for a in self.event.arguments if a.entity and a.role != "place"]

    @property
    def says_who(self) -> bool:
        """Whether a slot or a place names somebody; whom only the linking network adds is not said to take part."""
        return any(a.entity and not a.source.startswith(SOURCE) for a in self.event.arguments)
