"""Which person a short name can be a form of: initials, a lone surname or first name, first name with patronymic."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.declension.readings import decline
from pipeline.entities.evidence import Evidence
from pipeline.entities.people.folding import fold
from pipeline.entities.people.person import Person, PersonMention, PersonName

_CLEARLY = 2.5  # how much better one reading must be than the next to decide before nearness does


def choose_person(people: Sequence[Person], mention: PersonMention) -> Person | None:
    """The person that a short name can be a form of: the better agreement, else the one named last before it."""
    scored = [(fit(person, mention), person) for person in people]
    fitting = sorted(((s, p) for s, p in scored if s > 0), key=lambda pair: -pair[0])
    if not fitting:
        return None
    best = fitting[0][0]
    rivals = [person for score, person in fitting if score * _CLEARLY >= best]
    return max(rivals, key=lambda person: _nearness(person, mention.index))


def _nearness(person: Person, index: int) -> tuple[bool, int]:
    before = [i for i in person.mentions if i < index]
    return (True, max(before)) if before else (False, -min(person.mentions))


def fit(person: Person, mention: PersonMention) -> float:
    """How well a short name agrees with a person; 0 where it cannot be theirs."""
    form, name, evidence = mention.form, person.name, mention.evidence
    if form.initials:
        agree = _initials_agree(form.initials, person)
        return _agreement(form.last, name.last, "last", name.gender, evidence) if agree else 0.0
    if form.first:
        other_father = form.patronymic and name.patronymic and not _father_agreement(form.patronymic, name, evidence)
        return 0.0 if other_father else _given_agreement(form.first, name, evidence)
    return _lone_agreement(form.lone or form.last, person, evidence)


def _lone_agreement(word: str, person: Person, evidence: Evidence) -> float:
    """A word alone agrees with the surname, less well with a given name."""
    name = person.name
    surname = _agreement(word, name.last, "last", name.gender, evidence)
    if person.east and not surname:
        return max(
            _agreement(word, given, "last", name.gender, evidence)
            for given in (name.first, name.first.rpartition(" ")[2])  # «Нгуен Тхань Хай», «госпожа Хай»
        )
    return surname or 0.5 * _given_agreement(word, name, evidence)


def _father_agreement(surface: str, name: PersonName, evidence: Evidence) -> float:
    return _agreement(surface, name.patronymic, "patronymic", name.gender, evidence)


def _initials_agree(initials: tuple[str, ...], person: Person) -> bool:
    """«С.К.» agrees with Серик, with Серик Канатович and with «С. Жаксыбаев»."""
    own = [part[:1] for part in (person.name.first, person.name.patronymic) if part] or [i[:1] for i in person.initials]
    return all(fold(a[:1]) == fold(b) for a, b in zip(initials, own, strict=False))


def _given_agreement(surface: str, name: PersonName, evidence: Evidence) -> float:
    """«Стивен» agrees with Стивен Уильям too: who has several given names goes by the first."""
    return max(
        _agreement(surface, given, "first", name.gender, evidence)
        for given in (name.first, name.first.partition(" ")[0])
    )


def _agreement(surface: str, nominative: str, part: str, gender: str, evidence: Evidence) -> float:
    """Weight of the cases in which the surface form is a form of the nominative."""
    if not surface or not nominative:
        return 0.0
    lead, _, final = nominative.rpartition(" ")
    *kept, word = fold(surface).split()
    if lead and " ".join(kept) != fold(lead):
        return 0.0
    if not gender:
        return float(word == fold(final))
    total = 0.0
    for case in CASES:
        if word in _folded_forms(final, part, gender, case) or (lead and word == fold(final)):
            total += evidence.of(case, gender)
    return total


@lru_cache(maxsize=1 << 14)
def _folded_forms(nominative: str, part: str, gender: str, case: str) -> frozenset[str]:
    return frozenset(fold(form) for form in decline(nominative, part, gender, case))
