"""What speaker resolution looks up: everyone that words of the author can point at, in the order of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.entities.coreference.profiles import Profile, find_profiles
from pipeline.entities.spans import Named, NamedSpans
from pipeline.entities.word_cases import cases_of
from pipeline.records.annotations import PLACE_TYPES, Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A name, description or pronoun that stands for a person or body."""

    mention: Mention
    first: int
    last: int
    cases: frozenset[str]

    @property
    def entity(self) -> str:
        """Key of whom it stands for."""
        return self.mention.entity

    @property
    def can_speak(self) -> bool:
        """Whether it can be the subject of a clause."""
        return not self.cases or "Nom" in self.cases


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The article's people with their profiles, and all pointers to people and bodies."""

    doc: Doc
    named: NamedSpans
    profiles: Mapping[str, Profile]
    pointers: tuple[Pointer, ...]

    def within(self, start: int, end: int) -> list[Pointer]:
        """Pointers between two offsets."""
        return [p for p in self.pointers if start <= p.mention.start and p.mention.end <= end]

    def is_person(self, pointer: Pointer) -> bool:
        """Whether it stands for a person."""
        return pointer.entity in self.profiles

    def gender(self, key: str) -> str:
        """Gender of a person, empty for bodies and where unknown."""
        return self.profiles[key].gender if key in self.profiles else ""


def set_scene(doc: Doc) -> Scene:
    """Index the article for speaker resolution."""
    named = NamedSpans(doc)
    pointers = [_pointer(named, found) for found in named.outermost() if found.mention.type not in PLACE_TYPES]
    for mention in doc._.mentions:
        if mention.kind in {"nominal", "pronoun"} and mention.entity and mention.type not in PLACE_TYPES:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None:
                pointers.append(
                    Pointer(mention=mention, first=span.start, last=span.end - 1, cases=cases_of([_noun(span[:])]))
                )
    ordered = tuple(sorted(pointers, key=lambda p: (p.first, -p.last)))
    return Scene(doc=doc, named=named, profiles=find_profiles(named, doc._.positions), pointers=ordered)


def _pointer(named: NamedSpans, found: Named) -> Pointer:
    tokens = list(named.doc[found.first : found.last + 1])
    if found.is_person:
        return Pointer(mention=found.mention, first=found.first, last=found.last, cases=named.cases(found))
    return Pointer(mention=found.mention, first=found.first, last=found.last, cases=cases_of([_noun(tokens)]))


def _noun(tokens: object) -> Token:
    """The word of a phrase that shows its case: its first noun, else its first word."""
    words: list[Token] = list(tokens)  # type: ignore[call-overload]
    return next((token for token in words if token.pos_ in {"NOUN", "PROPN", "PRON"}), words[0])
