"""What Russian text looks like: letters, letter pairs and words, read from `models/russian.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

import yaml

from pipeline.errors import ResourceError
from pipeline.resources import models_dir


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
    path = models_dir() / "russian.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    expected = {field.name for field in fields(Russian)}
    if not isinstance(content, dict) or set(content) != expected:
        raise ResourceError(f"{path}: expected exactly the keys {', '.join(sorted(expected))}. Restore the file.")
    return Russian(
        alphabet=frozenset(content["alphabet"]),
        bigrams=frozenset(content["bigrams"].split()),
        function_words=frozenset(content["function_words"].split()),
    )
