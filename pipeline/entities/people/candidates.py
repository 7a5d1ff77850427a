"""Candidates for the nominative of a person's name: all parts in one case and one gender."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.declension.readings import read_form
from pipeline.entities.evidence import Evidence
from pipeline.entities.lexicon import name_words
from pipeline.entities.people.likelihood import foreign_pair, weigh_given
from pipeline.entities.people.person import PersonForm, PersonName
from pipeline.language.given_names import surname_rank

_LESS_KNOWN = 0.4
KEPT = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name with its share of the weight of all candidates of one mention, summed over cases."""

    name: PersonName
    share: float


def find_candidates(form: PersonForm, evidence: Evidence) -> tuple[Candidate, ...]:
    """Nominatives of a name, the likeliest first; shares sum to at most 1.

    Example: «Имангали Тасмагамбетова» in the genitive gives the man «имангали тасмагамбетов» before the woman.
    """
    weights: dict[PersonName, float] = {}
    for gender in "mf":
        for case in CASES:
            for name, weight in in_case(form, gender, case):
                weights[name] = weights.get(name, 0.0) + weight * evidence.of(case, gender)
    total = sum(weights.values())
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0].last, pair[0].first, pair[0].gender))
    return tuple(Candidate(name, weight / total) for name, weight in ranked[:KEPT] if total)


@lru_cache(maxsize=10_000)
def in_case(form: PersonForm, gender: str, case: str) -> tuple[tuple[PersonName, float], ...]:
    """The nominatives of which a case gives the form, each with its weight."""
    return tuple(_names_in_case(form, gender, case))


def _names_in_case(form: PersonForm, gender: str, case: str) -> Iterator[tuple[PersonName, float]]:
    firsts = _first_names(form, gender, case)
    fathers = _options(form.patronymic, "patronymic", gender, case)
    lasts = [(form.last.lower(), 1.0)] if form.east else _last_names(form.last, gender, case)
    for first, a in firsts:
        for father, b in fathers:
            for last, c in lasts:
                name = PersonName(first=first, patronymic=father, last=last, gender=gender)
                yield name, a * b * c * foreign_pair((form.first.lower(), first), (form.last.lower(), last), case)


def _first_names(form: PersonForm, gender: str, case: str) -> list[tuple[str, float]]:
    if form.east:
        return _last_declines(form.first, gender, case)
    words = form.first.split()
    if len(words) > 1:
        options = [_options(word, "first", gender, case)[:1] for word in words]
        if any(not found for found in options):
            return []
        return [(" ".join(found[0][0] for found in options), min(found[0][1] for found in options))]
    return sorted(
        weigh_given(form.first.lower(), case, _options(form.first, "first", gender, case), gender), key=lambda o: -o[1]
    )[:3]


def _last_names(surface: str, gender: str, case: str) -> list[tuple[str, float]]:
    """Surnames, those that the dictionary knows before others that end alike (Толстой before Толстый)."""
    options = _options(surface, "last", gender, case)
    if not surface or " " in surface or "-" in surface:
        return options
    nominatives = {r.nominative for r in read_form(surface.lower(), "last")}
    best = max((surname_rank(name) for name in nominatives), default=0)
    return [(name, weight * _LESS_KNOWN ** (best - surname_rank(name))) for name, weight in options]


def _last_declines(text: str, gender: str, case: str) -> list[tuple[str, float]]:
    """East Asian given names: only a man's last syllable declines («Дон Хёка», «Цзяньминя»)."""
    *kept, final = text.lower().split()
    options = [r for r in read_form(final, "last") if r.gender == gender and r.case == case]
    return [(" ".join([*kept, r.nominative]), r.weight * _east_ending(r.nominative)) for r in options]


def _east_ending(nominative: str) -> float:
    """No syllable of these languages ends in «ня»; few given names end in -а or -я after a consonant."""
    return 0.03 if nominative.endswith("ня") else 0.3 if nominative[-1] in "ая" else 1.0


def _options(word: str, part: str, gender: str, case: str) -> list[tuple[str, float]]:
    if not word:
        return [("", 1.0)]
    lowered = word.lower()
    if part == "last" and " " in lowered:
        return _several_words(lowered, gender, case)
    if part == "patronymic" and " " in lowered:
        return [(lowered, 1.0)]
    if part == "patronymic" and lowered.startswith("ильич"):
        lowered = lowered.replace("ильичом", "ильичем")
    found = [r for r in read_form(lowered, part) if r.gender == gender and r.case == case]
    return [(r.nominative, r.weight) for r in sorted(found, key=lambda r: -r.weight)[:4]]


def _several_words(words: str, gender: str, case: str) -> list[tuple[str, float]]:
    """«Бакыт уулу» stays; «фон дер Ляйен» declines in its last word."""
    *kept, final = words.split()
    if final in name_words().kinship:
        return [(words, 1.0)]
    return [(" ".join([*kept, nominative]), weight) for nominative, weight in _options(final, "last", gender, case)]
