"""What becomes of a happening that has a date: it is called off, or moved."""

from __future__ import annotations

from pipeline.language.words import Tokens
from pipeline.mentions.dates.outlook.clause import REACH, clause_of
from pipeline.mentions.dates.outlook.word import load_verbs, moves
from pipeline.records.annotations import Span

_STOPS = frozenset({",", ";", ":", ".", "—", "–"})


def is_cancelled(tokens: Tokens, first: int, last: int, sentence: Span) -> bool:
    """«субботний концерт сорвался», «отменили апрельский семинар»: the day of what was called off is rather ahead."""
    words, calling = tokens.words, load_verbs("cancelled")
    left, _ = clause_of(tokens, first, last, sentence)
    right = last + 1
    while right < min(sentence[1], last + REACH) and words[right].form not in _STOPS:
        right += 1  # names of places and plays stand in quotation marks
    return any(word.lemma in calling for word in words[left:right])


def is_moved(tokens: Tokens, first: int, sentence: Span) -> bool:
    """Whether the date is one that something is moved to or from: «отложил до понедельника», «перенесли с субботы»."""
    return any(map(moves, tokens.words[max(sentence[0], first - 8) : first]))
