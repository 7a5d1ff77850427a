"""The clause of a date: the stretch between the signs around it, and its verbs."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.words import Tokens
from pipeline.mentions.dates.outlook.word import tells
from pipeline.records.annotations import Span

BOUNDARIES = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "«", "»", '"', "."})
REACH = 14


def clause_of(tokens: Tokens, first: int, last: int, sentence: Span) -> Span:
    """Token offsets of the stretch between the signs around a date; the date's own commas do not count."""
    words = tokens.words
    left, right = first, last + 1
    start, end = max(sentence[0], first - REACH), min(sentence[1], last + 1 + REACH)
    while left > start and words[left - 1].form not in BOUNDARIES:
        left -= 1
    while right < end and words[right].form not in BOUNDARIES:
        right += 1
    return left, right


def verbs_around(tokens: Tokens, first: int, last: int, sentence: Span) -> list[int]:
    """Words of the clause, but for the date, that can tell the outlook."""
    words = tokens.words
    left, right = clause_of(tokens, first, last, sentence)
    return [i for i in range(left, right) if not first <= i <= last and tells(words[i])]


def nearest_to(indexes: Sequence[int], first: int, last: int) -> int | None:
    """Of some words the one nearest to the date, `None` if there are none."""
    if len(indexes) < 2:
        return indexes[0] if indexes else None
    return min(indexes, key=lambda i: first - i if i < first else i - last if i > last else min(i - first, last - i))


def governor_of(tokens: Tokens, first: int, last: int) -> int | None:
    """Nearest verb above the date in the tree, at most five steps up, or a cue word on the way."""
    at = last
    for _ in range(5):
        head = tokens.head(at)
        if head is None or head == at:
            return None
        at = head
        if not first <= at <= last and tells(tokens.words[at]):
            return at
    return None
