"""Texts of factRuEval-2016 with what is annotated in them: tokens, mentions, objects.

Locations and location-organisations are one type here (`location`), as in the track's second variant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TYPES = ("person", "organization", "location")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of the text."""

    start: int
    end: int
    text: str

    @property
    def is_word(self) -> bool:
        """Whether there is a letter or a digit in it."""
        return any(c.isalnum() for c in self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """One annotated mention: starts of all its tokens, and of those that an answer owes.

    Attributes:
        is_organization_place: a location-organisation, which other types may be embedded in.
        adjective: nothing but «московский», which names nothing by the track's rules.
    """

    identifier: str
    type: str
    tokens: frozenset[int]
    owed: frozenset[int]
    is_organization_place: bool = False
    adjective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldObject:
    """One identified object: alternatives of each of its attributes, folded, and its mentions."""

    type: str
    attributes: Mapping[str, frozenset[str]]
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackText:
    """One text with what is annotated in it; `objects` is empty where there is no `.coref`."""

    name: str
    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[GoldMention, ...]
    objects: tuple[GoldObject, ...]


def fold(name: str) -> str:
    """Fold case, ё, quotation marks and blanks, as the track does before it compares."""
    folded = name.lower().replace("ё", "е").replace("’", "'")
    return " ".join(folded.translate(_QUOTES).split())


_QUOTES = str.maketrans(dict.fromkeys('«»“”„"', " "))
