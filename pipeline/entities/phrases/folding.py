"""Names folded for comparison."""

from __future__ import annotations

_PLAIN = str.maketrans(
    {"«": " ", "»": " ", '"': " ", "“": " ", "”": " ", "„": " ", "‑": "-", "–": "-", "—": "-", "‐": "-"}
)


def fold(name: str) -> str:
    """Lower case, ё as е, no quotation marks, plain hyphens and blanks."""
    plain = name.lower().replace("ё", "е").translate(_PLAIN)
    return " ".join(plain.split())


def is_acronym(name: str) -> bool:
    """Whether a name begins with an abbreviation of capital letters («СКБ», «ИАЭТ СО РАН»)."""
    first = name.split(" ", maxsplit=1)[0] if name else ""
    return 1 < len(first) < 9 and sum(c.isupper() for c in first) > max(1, len(first) // 2)
