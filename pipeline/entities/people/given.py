"""First names with their gender: the list of `models/first_names.csv` before pymorphy3's dictionary."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from pipeline.errors import ResourceError
from pipeline.language.given_names import given_name_genders, is_given_name
from pipeline.resources import models_dir


@cache
def listed_names() -> Mapping[str, frozenset[str]]:
    """Genders by name, lower case, ё as е.

    Raises:
        ResourceError: a row that is not a name and m or f; the message names file and line.
    """
    path = models_dir() / "first_names.csv"
    found: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        for row in reader:
            if set(row) != {"name", "gender"} or row["gender"] not in {"m", "f"} or not row["name"]:
                raise ResourceError(f"{path}: line {reader.line_num}: needs a name and the gender m or f.")
            found[_fold(row["name"])].add(row["gender"])
    return {name: frozenset(genders) for name, genders in found.items()}


def known_genders(name: str) -> frozenset[str]:
    """Genders of a first name in the nominative; empty if it is not known or its gender is not."""
    return listed_names().get(_fold(name)) or given_name_genders(name)


def is_first_name(name: str) -> bool:
    """Whether a word is the nominative of a known first name."""
    return _fold(name) in listed_names() or is_given_name(name)


@lru_cache(maxsize=1 << 14)
def _fold(name: str) -> str:
    return name.lower().replace("ё", "е")
