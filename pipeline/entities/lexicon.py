"""Words that tell how names are built, from `models/name_words.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.resources import models_dir, read_sections

_LISTS = (
    "kinship",
    "particles",
    "frozen_first",
    "frozen_last",
    "articles",
    "east_surnames",
    "generic",
    "geographic",
    "institutions",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """The lists of the file; `prepositions` gives each preposition the cases it governs."""

    prepositions: Mapping[str, frozenset[str]]
    kinship: frozenset[str]
    particles: frozenset[str]
    frozen_first: frozenset[str]
    frozen_last: frozenset[str]
    articles: frozenset[str]
    east_surnames: frozenset[str]
    generic: frozenset[str]
    geographic: frozenset[str]
    institutions: frozenset[str]


@cache
def name_words() -> NameWords:
    """Read the file.

    Raises:
        ResourceError: a list is missing or not known.
    """
    content = read_sections(models_dir() / "name_words.yaml", {"prepositions", *_LISTS})
    governed: dict[str, frozenset[str]] = {}
    for cases, words in content["prepositions"].items():
        governed |= dict.fromkeys(words.split(), frozenset(cases.split()))
    lists = {name: frozenset(content[name].lower().split()) for name in _LISTS}
    return NameWords(prepositions=governed, **lists)
