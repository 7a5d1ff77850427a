"""The named spans of an article by token: what positions, coreference and speakers look up all the time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.records.annotations import Entity, Mention

PLACES = frozenset({"city", "country", "state_or_province", "district", "location", "facility"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A mention with its tokens: `first` and `last` (inclusive) are token indices."""

    mention: Mention
    first: int
    last: int

    @property
    def entity(self) -> str:
        """Key of the entity it names."""
        return self.mention.entity

    @property
    def is_person(self) -> bool:
        """Whether it names a person."""
        return self.mention.type == "person"

    @property
    def is_place(self) -> bool:
        """Whether it names a place."""
        return self.mention.type in PLACES


class NamedSpans:
    """Mentions of people, bodies and places that have an entity, outermost first."""

    def __init__(self, doc: Doc, mentions: Iterable[Mention] | None = None) -> None:
        """Index the mentions of a `Doc`."""
        self.doc = doc
        self.entities: dict[str, Entity] = {entity.key: entity for entity in doc._.entities}
        self.all = _named(doc, doc._.mentions if mentions is None else mentions)
        self._outer: dict[int, Named] = {}
        for named in self.all:
            for index in range(named.first, named.last + 1):
                self._outer.setdefault(index, named)
        self.people = [named for named in self.all if named.is_person]

    def at(self, index: int) -> Named | None:
        """The outermost mention that covers a token."""
        return self._outer.get(index)

    def outermost(self) -> list[Named]:
        """Mentions that no other one covers, in order."""
        return [named for named in self.all if self._outer.get(named.first) is named]

    def before(self, index: int) -> Iterable[Named]:
        """Outermost mentions that end before a token, the nearest first."""
        return reversed([named for named in self.outermost() if named.last < index])


def case_of(token: Token) -> str:
    """UD case of a word, empty where it has none."""
    return next(iter(token.morph.get("Case", [])), "")


def cases_of(tokens: Iterable[Token]) -> frozenset[str]:
    """Cases that the words of a name stand in; empty where none is marked."""
    return frozenset(case for token in tokens if (case := case_of(token)))


def fold(lemma: str) -> str:
    """A lemma with ё as е, as the lexicons are compared."""
    return lemma.replace("ё", "е")


def _named(doc: Doc, mentions: Iterable[Mention]) -> list[Named]:
    found = []
    for mention in mentions:
        if not mention.entity or mention.kind not in {"name", "abbreviation", "adjective"}:
            continue
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and len(span):
            found.append(Named(mention=mention, first=span.start, last=span.end - 1))
    return sorted(found, key=lambda named: (named.first, -named.last, _rank(named)))


def _rank(named: Named) -> int:
    """Of two mentions on one span a person counts before a body, a body before a place."""
    return 0 if named.is_person else 2 if named.is_place else 1


def words(tokens: Sequence[Token]) -> list[Token]:
    """Tokens that are no white space."""
    return [token for token in tokens if not token.is_space]
