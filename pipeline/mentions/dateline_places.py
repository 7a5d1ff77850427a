"""Places in capitals at the head of a line: «ЛОМЕ, 16 июня.», «НАХОДКА. Докеры …»."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mentions.candidates import Candidate, Words

_LONGEST_PLACE = 3  # words
_MONTHS = frozenset(
    {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"}
)


def find_dateline_places(words: Words) -> Iterator[Candidate]:
    """«ЛОМЕ, 16 июня.», «УСТЬ-НЕРА, 2 мая —»: capitals at the head of a line before a comma and a day."""
    for index in range(len(words) - 3):
        if not words.opens_sentence(index) or not _is_shouted(words.text(index)):
            continue
        last = index + 1
        while last - index < _LONGEST_PLACE and words.joined(index, last) and _is_shouted(words.text(last)):
            last += 1
        day = words.text(last) == "," and words.text(last + 1).isdigit() and words.lemma(last + 2) in _MONTHS
        if day:
            yield Candidate(first=index, last=last, type="location", source="rule.dateline", confidence=0.8)


def is_dateline_place(words: Words, index: int) -> bool:
    """«НАХОДКА. Докеры …», «ОРЁЛ, 3 мая»: capitals at the head of a line before a full stop or a comma."""
    return _is_shouted(words.text(index)) and words.opens_sentence(index) and words.text(index + 1) in {".", ","}


def _is_shouted(text: str) -> bool:
    return len(text) > 2 and text.isupper() and text.replace("-", "").isalpha()
