"""The words of `models/descriptions.yaml`: nouns for people, posts in other words, words wider than a post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from pipeline.errors import ResourceError
from pipeline.resources import models_dir, read_sections

_GENDERS = {"any", "Masc", "Fem"}
_LISTS = ("vague", "relations", "parliaments", "other_councils", "states", "rulers", "local_heads", "chairs",
          "of_same_person", "of_same_body", "of_another_body", "common_places")  # fmt: skip


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
        states: nouns for a state as a whole.
        rulers: posts of those who head a state.
        local_heads: posts of those who head a region, a city or a district.
        local_rulers: title -> types of the places whose head has it.
        chairs: posts of those who head a house or a ministry.
        houses: title -> lemmas, or whole phrases, in the names of the bodies whose head has it.
        of_same_person: adjectives before a noun for the person just named.
        of_same_body: adjectives before a noun for the body just named.
        of_another_body: words before a noun for another body, or for any.
        of_all_members: beginnings of the words before all members of a body.
        common_places: nouns for places of which an article often names several.
    """

    people: Mapping[str, str]
    synonyms: Mapping[str, frozenset[str]]
    wider: Mapping[str, frozenset[str]]
    vague: frozenset[str]
    relations: frozenset[str]
    parliaments: frozenset[str]
    other_councils: frozenset[str]
    members: Mapping[str, frozenset[str]]
    states: frozenset[str]
    rulers: frozenset[str]
    local_heads: frozenset[str]
    local_rulers: Mapping[str, frozenset[str]]
    chairs: frozenset[str]
    houses: Mapping[str, frozenset[str]]
    of_same_person: frozenset[str]
    of_same_body: frozenset[str]
    of_another_body: frozenset[str]
    of_all_members: tuple[str, ...]
    common_places: frozenset[str]


@cache
def description_lexicon() -> DescriptionLexicon:
    """The lexicon that svodka ships."""
    return read_descriptions(models_dir() / "descriptions.yaml")


def read_descriptions(path: Path) -> DescriptionLexicon:
    """Read a lexicon file.

    Raises:
        ResourceError: a key is unknown or missing, or a value has the wrong form.
    """
    table = read_sections(path, {field.name for field in fields(DescriptionLexicon)})
    if wrong := sorted(noun for noun, gender in table["people"].items() if gender not in _GENDERS):
        raise ResourceError(f"{path}: gender must be one of {', '.join(sorted(_GENDERS))}, wrong at {wrong}. Mend it.")
    return DescriptionLexicon(
        people={_fold(noun): gender for noun, gender in table["people"].items()},
        synonyms={_fold(word): frozenset(map(_fold, row)) for row in table["synonyms"] for word in row},
        of_all_members=tuple(map(_fold, table["of_all_members"])),
        wider=_rows(table["wider"]),
        members=_rows(table["members"]),
        houses=_rows(table["houses"]),
        local_rulers=_rows(table["local_rulers"]),
        **{key: frozenset(map(_fold, table[key])) for key in _LISTS},
    )


def _rows(table: Mapping[str, list[str | list[str]]]) -> Mapping[str, frozenset[str]]:
    """Rows of words by their noun."""
    return {_fold(noun): frozenset(_words(listed)) for noun, listed in table.items()}


def _words(listed: list[str | list[str]]) -> Iterator[str]:
    """The words of a row, those of a row that it takes in («*parliaments») among them."""
    for word in listed:
        yield from [_fold(word)] if isinstance(word, str) else map(_fold, word)


def _fold(word: str) -> str:
    return word.replace("ё", "е")
