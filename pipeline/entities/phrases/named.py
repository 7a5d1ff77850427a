"""A mention of a body or place with the candidates for its nominative, and the thing that mentions name."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.entities.phrases.folding import fold
from pipeline.entities.phrases.nominative import PhraseCandidate


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMention:
    """A mention of a body or place with the candidates for its nominative.

    `family` is organization or location: only mentions of one family can be one thing. `gazetteer` is the key of the
    entry it means, `formal` that entry's name and `known` its other names, where it has one.
    """

    index: int
    family: str
    candidates: tuple[PhraseCandidate, ...]
    gazetteer: str = ""
    formal: str = ""
    known: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Named:
    """One body or place of the article; grows while mentions join it. `formal` is its name in the gazetteer."""

    name: str
    family: str
    gazetteer: str = ""
    formal: str = ""
    known: tuple[str, ...] = ()
    abbreviation: str = ""
    aliases: list[str] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """All names, folded."""
        return [fold(name) for name in (self.formal, self.name, *self.known, *self.aliases) if name]
