"""The words of `models/names.yaml` that make or unmake a name, as one typed object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.resources import models_dir, read_sections

Lemmas = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLexicon:
    """Lemmas by the part they play; the file says what each list is for."""

    body_heads: Mapping[str, Lemmas]
    body_adjectives: Lemmas
    body_adjectives_enough: Lemmas
    tail_stops: Lemmas
    quoted: Mapping[str, Lemmas]
    place_heads: Mapping[str, Lemmas]
    place_heads_before: Lemmas
    place_words: Lemmas
    not_person: Lemmas
    not_body: Lemmas
    animals: Lemmas
    posts_of_places: Lemmas
    person_tails: Lemmas
    acronym_heads: Lemmas
    plural_heads: Lemmas
    alone_heads: Lemmas
    local_heads: Lemmas
    local_adjectives: Lemmas
    numbered_heads: Lemmas
    numbered_adjectives: Mapping[str, Lemmas]
    agent_verbs: Lemmas
    abroad_heads: Lemmas
    honouring_heads: Lemmas
    not_name_adjectives: Lemmas
    describing_adjectives: Lemmas
    short_tails: Lemmas
    common_names: Lemmas
    not_body_phrases: Lemmas
    route_words: Lemmas
    generations: Lemmas
    composed_starts: Lemmas
    composed_ends: Lemmas
    brand_endings: Lemmas
    trades: Lemmas
    regional_heads: Lemmas

    def place_type(self, lemma: str) -> str:
        """Type of place that a noun names: `район` a district; empty if none."""
        return next((kind for kind, words in self.place_heads.items() if lemma in words), "")


@cache
def name_lexicon() -> NameLexicon:
    """Read the shipped lexicon once."""
    return read_lexicon(models_dir() / "names.yaml")


def read_lexicon(path: Path) -> NameLexicon:
    """Read a lexicon.

    Raises:
        ResourceError: a list is missing or unknown.
    """
    content = read_sections(path, {field.name for field in fields(NameLexicon)})
    return NameLexicon(**{key: _frozen(value) for key, value in content.items()})


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: frozenset(words) for key, words in value.items()}
    return frozenset(value)
