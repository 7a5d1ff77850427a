"""A character for each class of words, so that an article is a string and a pattern a regular expression over it."""

from __future__ import annotations

_FIRST = 0x4E00  # a character that means nothing in a regular expression
_CHARACTERS: dict[str, str] = {}
KINDS: dict[str, str] = {}  # the class that each character stands for


def character(kind: str) -> str:
    """The character of a class."""
    found = _CHARACTERS.get(kind)
    if found is None:
        found = _CHARACTERS[kind] = chr(_FIRST + len(_CHARACTERS))
        KINDS[found] = kind
    return found
