"""Short stretches in quotation marks that can be a name, and those that are titles of no body."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.mentions.candidates import Words

MAX_WORDS = 5
CLOSING = {"«": "»", '"': '"', "“": "”", "„": "“"}
_STOPS = frozenset(".!?,;:…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words `first` to `last` (exclusive) inside quotation marks, without the marks."""

    first: int
    last: int


def find_quotations(words: Words) -> list[Quotation]:
    """Short quotations that can be a name: a capital, at most five words, no mark of speech inside."""
    found: list[Quotation] = []
    for index, text in enumerate(words.texts):
        if text not in CLOSING:
            continue
        last = index + 1
        while last < len(words) and last - index - 1 <= MAX_WORDS and words.texts[last] != CLOSING[text]:
            last += 1
        if last < len(words) and words.texts[last] == CLOSING[text] and _looks_like_name(words, index + 1, last):
            found.append(Quotation(index + 1, last))
    return found


def _looks_like_name(words: Words, first: int, last: int) -> bool:
    if not 0 < last - first <= MAX_WORDS or not (words.is_capital(first) or words.text(first)[0].isdigit()):
        return False
    inner = words.texts[first:last]
    return not any(text in _STOPS and text != "." for text in inner) and inner[-1] != "."
