"""Checks of days in digits alone: not prices, versions, clock times or results."""

from __future__ import annotations

from pipeline.mentions.dates.checks.days import is_all
from pipeline.mentions.dates.checks.word_kinds import is_genitive
from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.recognise import Candidate, Surroundings

_BOUNDS = {"from", "until", "by", "out", "weekday_abbreviation", "weekday"}
_SPAN = 4  # atoms of «до 12.10»


def two_digit_months(candidate: Candidate, around: Surroundings) -> bool:
    """«с 14.10 по 15.11», not «с 1.5 по 2.5 процента»."""
    months = [atom for name, atom in candidate.groups.items() if name.endswith("month")]
    return all(atom.end - atom.start == 2 for atom in months) and not measured(candidate.last, around)


def numeric_yearless(candidate: Candidate, around: Surroundings) -> bool:
    """«на 25.11», «05.12–07.12», «рейс 01.12 отменяется», not «до 20.11 рубля», «версия 10.12», «с 9.30»."""
    before, after = around.kind(candidate.first - 1), around.kind(candidate.last)
    if len(around.text(candidate.last - 1)) != 2 or measured(candidate.last, around) or is_score(candidate, around):
        return False
    if before in _BOUNDS:
        return not _as_clock(candidate)
    if before == "at":
        return len(around.text(candidate.first)) == 2
    if before in {"in", "glued_dot"}:
        return False
    if after == "in" and around.kind(candidate.last + 2).startswith("glued"):
        return True  # «25.11 в 18.00»
    zero = any(candidate.groups[name].kind == "n01" for name in ("day", "month"))
    return zero or "glued_dash" in {before, after} or is_all(candidate, around)


def is_score(candidate: Candidate, around: Surroundings) -> bool:
    """«со счётом 10:12», «счёт 2.1»."""
    score = load_contexts()["score"]
    return any(around.lemma(i) in score for i in range(max(0, candidate.first - 3), candidate.first))


def _as_clock(candidate: Candidate) -> bool:
    """Clock times with a dot mostly end in 0 or 5."""
    return int(candidate.groups["day"].value) <= 24 and int(candidate.groups["month"].value) % 5 == 0


def measured(last: int, around: Surroundings) -> bool:
    """Whether a unit follows the number, or the second number of a range: «с 10.11 до 12.10 процента»."""
    if around.kind(last) in {"until", "by", "dash", "glued_dash"}:
        last += _SPAN
    return is_unit(last, around) or around.kind(last) == "percent"


def is_unit(index: int, around: Surroundings) -> bool:
    """What a number counts: «10.12 процента», «9.30 раза», not «до 6.00 полёты запрещены»."""
    small = around.kind(index) == "word" and around.text(index).islower()
    indeclinable = around.pos(index) == "NOUN" and around.feature(index, "Case") == ""
    return small and (is_genitive(index, around) or indeclinable)
