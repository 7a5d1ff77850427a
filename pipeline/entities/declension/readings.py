"""Readings of a surface form: which nominative, gender and case it can be a form of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.entities.declension.paradigms import CASES, load_paradigms
from pipeline.entities.lexicon import name_words

MIN_STEM = 1
_SHORTEST_HALF = 3  # letters of a first half that can decline
FROZEN_PENALTY = 0.35


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a form, lower case.

    `weight` is not a probability but comparable between the readings of one form.
    """

    nominative: str
    gender: str
    case: str
    weight: float


@lru_cache(maxsize=1 << 15)
def read_form(surface: str, part: str) -> tuple[Reading, ...]:
    """All nominatives of which declension gives the form back, the best weight of each, in the table's order.

    Example: «тасмагамбетова» as a last name is a man's genitive or accusative and a woman's nominative.
    """
    if "-" in surface:
        return _compound(surface, part)
    best: dict[tuple[str, str, str], float] = {}
    for paradigm in load_paradigms().get(part, ()):
        own = paradigm.endings[0][0]
        for case, endings in zip(CASES, paradigm.endings, strict=True):
            for ending in endings:
                stem = surface[: len(surface) - len(ending)]
                if not surface.endswith(ending) or len(stem) < MIN_STEM:
                    continue
                nominative = stem + own
                if paradigm.accepts(nominative):
                    key = (nominative, paradigm.gender, case)
                    best[key] = max(best.get(key, 0.0), paradigm.weight)
    return tuple(Reading(*key, weight) for key, weight in best.items())


@lru_cache(maxsize=1 << 15)
def decline(nominative: str, part: str, gender: str, case: str) -> frozenset[str]:
    """Forms that a nominative of that part and gender can have in a case, lower case.

    Example: `decline("берия", "last", "m", "Ins")` is {«берией», «берия»}: some leave it undeclined.
    """
    if "-" in nominative:
        head, _, tail = nominative.rpartition("-")
        tails = {tail} if _stays(head, tail) else decline(tail, part, gender, case)
        heads = {head} | (set() if head in name_words().frozen_first else set(decline(head, part, gender, case)))
        return frozenset(f"{h}-{t}" for h in heads for t in tails)
    rows = load_paradigms().get(part, ())
    found = (p.forms(nominative, case) for p in rows if p.gender == gender and p.accepts(nominative))
    return frozenset(form for forms in found for form in forms)


def _compound(surface: str, part: str) -> tuple[Reading, ...]:
    """Double-barrelled names: both halves in one case and gender, or the first one frozen («Тер-Погосяном»)."""
    head, _, tail = surface.rpartition("-")
    tails = _unchanged(tail) if _stays(head, tail) else read_form(tail, part)
    heads = () if len(head) < _SHORTEST_HALF or head in name_words().frozen_first else read_form(head, part)
    best: dict[tuple[str, str, str], float] = {}
    for last in tails:
        first_stays, first_declines = _halves(head, part, last.nominative)
        options = [(head, last.weight * first_stays)]
        options += [(h.nominative, h.weight * last.weight * first_declines) for h in heads if _agree(h, last)]
        for nominative, weight in options:
            key = (f"{nominative}-{last.nominative}", last.gender, last.case)
            best[key] = max(best.get(key, 0.0), weight)
    return tuple(Reading(*key, weight) for key, weight in best.items())


def _stays(head: str, tail: str) -> bool:
    """«Гусейн-заде» never declines, nor do Arabic names of origin in -и behind the article: «аль-Малики»."""
    return tail in name_words().frozen_last or (head in name_words().articles and tail.endswith("и"))


def _halves(head: str, part: str, last: str) -> tuple[float, float]:
    """How likely the first half stays and declines.

    Places and firms mostly decline at the end («Алма-Ате»), before an adjective in both («Усолья-Сибирского»).
    """
    if head in name_words().frozen_first:
        return 1.0, 0.0
    if part == "thing" and not last.endswith(("ский", "ская", "ское", "ный", "ная", "ное")):
        return 1.0, 0.3
    return FROZEN_PENALTY, 1.0


def _agree(first: Reading, second: Reading) -> bool:
    return first.case == second.case and first.gender == second.gender


def _unchanged(word: str) -> tuple[Reading, ...]:
    return tuple(Reading(word, gender, case, 1.0) for gender in "mf" for case in CASES)
