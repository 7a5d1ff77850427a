"""The agency of a dateline without quotation marks: «ТОМСК, 8 апреля — Сибинфо.», «ПЕРМЬ, 5 мая – Кама-Инфо»."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mentions.candidates import Candidate, Words

_DASHES = frozenset({"—", "–", "-"})
_LONGEST = 3  # words


def find_dateline_agencies(words: Words) -> Iterator[Candidate]:
    """Yield what stands between the dash of a dateline and the full stop behind it, if every word has a capital."""
    for dash, text in enumerate(words.texts):
        if text not in _DASHES or not in_dateline(words, dash):
            continue
        last = dash + 1
        while last - dash <= _LONGEST and words.is_capital(last) and words.text(last)[0].isalpha():
            last += 1
        if last > dash + 1 and words.text(last) == ".":
            yield Candidate(first=dash + 1, last=last, type="organization", source="rule.dateline-agency")


def in_dateline(words: Words, dash: int) -> bool:
    """«ТЕГЕРАН, 1 июня — «Хазар».»: a place in capitals, a comma and a day before the dash."""
    place = next((i for i in range(dash - 1, max(-1, dash - 7), -1) if words.text(i) == ","), 0)
    day = any(words.text(i).isdigit() for i in range(place + 1, dash))
    return place > 0 and day and words.text(place - 1).isupper() and len(words.text(place - 1)) > 2
