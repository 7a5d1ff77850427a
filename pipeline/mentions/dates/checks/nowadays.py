"""«Сегодня» that speaks of our times, not of a day."""

from __future__ import annotations

from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.recognise import Candidate, Surroundings

_REACH = 7
_CLAUSE_ENDS = {"comma", "break", "dot", "dash"}


def that_very_day(candidate: Candidate, around: Surroundings) -> bool:
    """«Сегодня проходит саммит», not «сегодня здесь насчитывается сто музеев», «сегодня это один из портов мира»."""
    if candidate.groups["shift"].value != 0:
        return True
    if around.kind(candidate.last) == "this_alone" and around.pos(candidate.last + 1) in {"NUM", "ADJ", "NOUN"}:
        return False
    clause = [i for i in _clause(candidate, around) if around.kind(i) != "day_word"]
    present = any(around.feature(i, "Tense") == "Pres" for i in clause)
    lemmas = {around.lemma(i) for i in clause}
    contexts = load_contexts()
    return not (present and lemmas & (contexts["lasting"] | contexts["everyone"]))


def _clause(candidate: Candidate, around: Surroundings) -> list[int]:
    """Atoms of the clause before and behind, as far as `_REACH` words."""
    found: list[int] = []
    for step, start in ((-1, candidate.first - 1), (1, candidate.last)):
        for i in range(start, start + step * _REACH, step):
            if around.kind(i) in _CLAUSE_ENDS:
                break
            found.append(i)
    return found
