"""The words of `models/descriptions.yaml`: nouns for people, posts in other words, words wider than a post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.errors import ResourceError
from pipeline.resources import models_dir, read_sections

_KEYS = {"people", "synonyms", "wider", "vague", "relations", "parliaments", "other_councils", "members"}
_GENDERS = {"any", "Masc", "Fem"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionLexicon:
    """Nouns of descriptions.

    Attributes:
        people: noun -> gender of the person it means, «any» for both.
        synonyms: post -> other words for it, itself included.
        vague: words of which each can stand for every other.
        wider: general word -> the posts it can stand for.
        relations: nouns of kin and acquaintance, which are no titles.
        parliaments: lemmas that say that a body is a parliament.
        other_councils: words in the names of bodies that no deputies and no speaker stand for.
        members: noun -> lemmas, or whole phrases, in the names of the bodies whose members it can mean.
    """

    people: Mapping[str, str]
    synonyms: Mapping[str, frozenset[str]]
    wider: Mapping[str, frozenset[str]]
    vague: frozenset[str]
    relations: frozenset[str]
    parliaments: frozenset[str]
    other_councils: frozenset[str]
    members: Mapping[str, frozenset[str]]


@cache
def description_lexicon() -> DescriptionLexicon:
    """The lexicon that svodka ships."""
    return read_descriptions(models_dir() / "descriptions.yaml")


def read_descriptions(path: Path) -> DescriptionLexicon:
    """Read a lexicon file.

    Raises:
        ResourceError: a key is unknown or missing, or a value has the wrong form.
    """
    table = read_sections(path, _KEYS)
    if wrong := sorted(noun for noun, gender in table["people"].items() if gender not in _GENDERS):
        raise ResourceError(f"{path}: gender must be one of {', '.join(sorted(_GENDERS))}, wrong at {wrong}. Mend it.")
    synonyms = {_fold(word): frozenset(map(_fold, row)) for row in table["synonyms"] for word in row}
    return DescriptionLexicon(
        people={_fold(noun): gender for noun, gender in table["people"].items()},
        synonyms=synonyms,
        vague=frozenset(map(_fold, table["vague"])),
        relations=frozenset(map(_fold, table["relations"])),
        parliaments=frozenset(map(_fold, table["parliaments"])),
        other_councils=frozenset(map(_fold, table["other_councils"])),
        wider={_fold(word): frozenset(map(_fold, posts)) for word, posts in table["wider"].items()},
        members={_fold(noun): frozenset(_words(listed)) for noun, listed in table["members"].items()},
    )


def _words(listed: list[str | list[str]]) -> Iterator[str]:
    """The words of a row, those of a row that it takes in («*parliaments») among them."""
    for word in listed:
        yield from [_fold(word)] if isinstance(word, str) else map(_fold, word)


def _fold(word: str) -> str:
    return word.replace("ё", "е")
