"""Names folded for comparison."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.entities.lexicon import name_words

_PLAIN = str.maketrans(
    {"«": " ", "»": " ", '"': " ", "“": " ", "”": " ", "„": " ", "‑": "-", "–": "-", "—": "-", "‐": "-"}
)

_QUOTED = re.compile(r"([\w-]+) [«\"]([^«»\"]+)[»\"]")


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """Lower case, ё as е, no quotation marks, plain hyphens and blanks."""
    plain = name.lower().replace("ё", "е").translate(_PLAIN)
    return " ".join(plain.split())


def is_acronym(name: str) -> bool:
    """Whether a name begins with an abbreviation («СКБ», «ИАЭТ СО РАН», «ПетрГУ», «КСиР»)."""
    first = name.split(" ", maxsplit=1)[0] if name else ""
    return 1 < len(first) < 9 and "-" not in first and sum(c.isupper() for c in first) > 1


def is_latin(name: str) -> bool:
    """Whether all letters of a name are Latin («Reporters Without Borders», «Jürgen»)."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(c < "Ͱ" for c in letters)


def is_adjective(word: str) -> bool:
    """Whether a folded nominative looks like an adjective («печорская», «городской»)."""
    return len(word) > 4 and word.endswith(("ая", "яя", "ий", "ый", "ой", "ое", "ее", "ые", "ие"))


def quoted_core(name: str) -> str:
    """What stands in quotation marks after one generic word, folded: «эдельвейс» of «полигон «Эдельвейс»»; else empty.

    A body's own part («Пресс-служба «Полёта»») has none.
    """
    match = _QUOTED.fullmatch(name)
    if match is None:
        return ""
    word, words = match.group(1).lower(), name_words()
    generic = word in words.geographic or (word in words.generic and word not in words.institutions)
    return fold(match.group(2)) if generic else ""
