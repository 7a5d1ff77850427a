"""The named spans of an article by token: what positions, coreference and speakers look up all the time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.name_declension import declines
from pipeline.entities.people.cases import possible_cases
from pipeline.entities.word_cases import cases_of
from pipeline.records.annotations import PLACE_TYPES, Entity, Mention, Position

OPENING_MARKS = frozenset({"«", '"', "„"})


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
        return self.mention.type in PLACE_TYPES


class NamedSpans:
    """Mentions of people, bodies and places that have an entity, outermost first."""

    def __init__(self, doc: Doc, mentions: Iterable[Mention] | None = None) -> None:
        """Index the mentions of a `Doc`."""
        self.doc = doc
        self.entities: dict[str, Entity] = {entity.key: entity for entity in doc._.entities}
        self.all = _named(doc, doc._.mentions if mentions is None else mentions)
        self._outer: dict[int, Named] = {}
        self._adjectives = {n.first: n for n in self.all if n.mention.kind == "adjective"}
        self.all = [named for named in self.all if named.mention.kind != "adjective"]
        for named in self.all:
            for index in range(named.first, named.last + 1):
                self._outer.setdefault(index, named)
        self._outermost = [named for named in self.all if self._outer.get(named.first) is named]
        self.people = [named for named in self.all if named.is_person]

    def at(self, index: int) -> Named | None:
        """The outermost mention that covers a token."""
        return self._outer.get(index)

    def adjective_at(self, index: int) -> Named | None:
        """The adjective of a country or place that a token is."""
        return self._adjectives.get(index)

    @property
    def adjectives(self) -> Iterable[Named]:
        """All adjectives of countries and places, in order."""
        return self._adjectives.values()

    def span_of(self, position: Position) -> Span | None:
        """The tokens of a post, whole words."""
        return self.doc.char_span(position.start, position.end, alignment_mode="expand")

    def in_marks_behind(self, noun: Token) -> Named | None:
        """The name in marks that a noun introduces: «компания | «Заря»»."""
        marked = noun.i + 2 < len(self.doc) and self.doc[noun.i + 1].text in OPENING_MARKS
        return self.at(noun.i + 2) if marked else None

    def cases(self, person: Named) -> frozenset[str]:
        """Cases a person's name can stand in: Nom where it is written as in the nominative, else never Nom.

        Empty where the name does not decline, so that any case may be meant.

        The tagger is often wrong on foreign names, so declension decides where it gives the form.
        """
        entity = self.entities.get(person.entity)
        possible = possible_cases(person.mention.text, entity) if entity is not None else None
        if possible is not None:
            return possible if len(possible) < len(CASES) else frozenset()
        tokens = [self.doc[i] for i in range(person.first, person.last + 1)]
        written = {fold(token.lower_) for token in tokens if token.is_alpha and len(token) > 1}
        canonical = {fold(part) for name in _names(entity) for part in name.lower().replace("-", " ").split()}
        parts = {part for word in written for part in word.split("-")}
        tagged = cases_of(tokens)
        if parts and parts <= canonical:
            return frozenset({"Nom"}) if declines(tokens) else frozenset()
        return tagged - {"Nom"} if canonical and parts else tagged

    def outermost(self) -> list[Named]:
        """Mentions that no other one covers, in order."""
        return self._outermost

    def before(self, index: int) -> Iterable[Named]:
        """Outermost mentions that end before a token, the nearest first."""
        end = bisect_left(self._outermost, index, key=lambda named: named.last)
        return reversed(self._outermost[:end])

    def nested_before(self, index: int) -> Iterable[Named]:
        """All mentions before a token, those inside others too («МВД по Коми» holds «Коми»), the nearest first."""
        return reversed(self.all[: bisect_left(self.all, index, key=lambda named: named.first)])


def _names(entity: Entity | None) -> list[str]:
    """The names by which an entity's nominative is known."""
    return [entity.name] if entity is not None else []


@lru_cache(maxsize=1 << 14)
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
