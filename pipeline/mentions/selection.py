"""The one place that decides between the finders, by ordered rules; what no rule forbids stays, for mentions nest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.selection_rules import RULES, trust


def select(words: Words, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep of overlapping candidates those that the rules leave, in the order of their places."""
    ordered = sorted(_most_believed(candidates), key=lambda c: (c.first, -c.last, c.type, c.source))
    dropped: set[int] = set()
    for i, first in enumerate(ordered):
        for second in _overlapping(ordered, i):
            if id(first) in dropped or id(second) in dropped:
                continue
            loser = loser_of(words, first, second)
            if loser is not None:
                dropped.add(id(loser))
    return [candidate for candidate in ordered if id(candidate) not in dropped]


def _most_believed(candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    """Of candidates of one type on the same words the one that is believed most; all places are of one type."""
    unique: dict[tuple[int, int, str], Candidate] = {}
    for candidate in candidates:
        key = (*candidate.span, "place" if candidate.is_place else candidate.type)
        known = unique.get(key)
        if known is None or trust(candidate) > trust(known):
            unique[key] = candidate
    return unique.values()


def _overlapping(ordered: Sequence[Candidate], index: int) -> Sequence[Candidate]:
    """Those after a candidate that begin before it ends."""
    end = bisect_right(ordered, ordered[index].last - 1, key=lambda c: c.first)
    return ordered[index + 1 : end]


def loser_of(words: Words, first: Candidate, second: Candidate) -> Candidate | None:
    """Which of two candidates that share words goes by the first rule that knows; `None` where both may stay."""
    for rule in RULES:
        loser = rule(words, first, second)
        if loser is not None:
            return loser
    return None
