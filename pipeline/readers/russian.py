"""What Russian text looks like: letters, letter pairs and words, read from `models/russian.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from pipeline.resources import models_dir, read_sections


@dataclass(frozen=True, slots=True, kw_only=True)
class Russian:
    """Lower-case letters, frequent pairs of adjacent letters, commonest words."""

    alphabet: frozenset[str]
    bigrams: frozenset[str]
    function_words: frozenset[str]


@cache
def russian() -> Russian:
    """Load the profile.

    Raises:
        ResourceError: the file lacks a key or has one too many.
    """
    content = read_sections(models_dir() / "russian.yaml", {field.name for field in fields(Russian)})
    return Russian(
        alphabet=frozenset(content["alphabet"]),
        bigrams=frozenset(content["bigrams"].split()),
        function_words=frozenset(content["function_words"].split()),
    )
