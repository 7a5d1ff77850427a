"""Stems of names without the endings of Russian declension: two forms of one name have the same."""

from __future__ import annotations

from functools import lru_cache

# Longest first, so that «Гасымовой» loses «ой», not «й».
_ENDINGS = (
    "ого", "его", "ому", "ему", "ыми", "ими", "ами", "ями", "ах", "ях", "ые", "ие", "ых", "их",
    "ым", "им", "ом", "ем", "ой", "ей", "ою", "ею",
    "ую", "юю", "ий", "ый", "ая", "яя", "ое", "ам", "ям", "ов", "ев", "а", "я", "у", "ю", "е", "ы", "и", "о", "й", "ь",
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Stem of a name, lower case with ё as е; at least three letters stay.

    Example: «Гасымова» and «Гасымовой» have the stem «гасымов».
    """
    word = word.lower().replace("ё", "е")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            cut = word[: -len(ending)]
            return cut + ending if ending in {"ов", "ев"} else cut
    return word
