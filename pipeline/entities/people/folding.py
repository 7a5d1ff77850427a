"""Names of people folded for comparison."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """Lower case, ё as е, one kind of apostrophe."""
    return name.lower().replace("ё", "е").replace("’", "'")
