"""People who share a surname in the plural: «сёстры [Вера] и [Лилия Дубские]»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.declension.readings import Reading, read_form
from pipeline.entities.evidence import Evidence
from pipeline.entities.people.given import known_genders
from pipeline.entities.people.person import PersonForm, PersonMention
from pipeline.records.annotations import Mention

_PLURAL = "p"
_JOINTS = frozenset({" и ", ", "})
# Endings of the nominative plural with those of a man and of a woman of the family.
_SINGULAR = {"ы": {"m": "", "f": "а"}, "ие": {"m": "ий", "f": "ая"}}


def share_surnames(
    text: str, mentions: Sequence[Mention], people: Sequence[PersonMention]
) -> tuple[PersonMention, ...]:
    """Give each of several given names before a surname in the plural its own form of the surname.

    Args:
        text: of the article.
        mentions: of the article.
        people: those of them that name people, in the order of the text.

    Example: «Кузьма Антонович и Фаина Львовна Бондаревы» are Кузьма Антонович Бондарев and Фаина Львовна Бондарева.
    """
    settled = list(people)
    for at, last in enumerate(people):
        first = at
        while first and _is_joined(text, mentions, people[first - 1], people[first]):
            first -= 1
        for reading in _plurals(last.form) if first < at else ():
            named = [_named(person, reading) for person in people[first : at + 1]]
            if None not in named:
                settled[first : at + 1] = [person for person in named if person]
                break
    return tuple(settled)


def is_family(surname: str) -> bool:
    """«[Бондаревы] крестят правнука»: a nominative in the plural alone names nobody in particular."""
    return any((r.gender, r.case, r.nominative) == (_PLURAL, "Nom", surname) for r in read_form(surname, "last"))


def is_of_family(word: str) -> bool:
    """«братьев [Васильевых]», «чета [Носовы]»: a form that several of one family bear."""
    return any(r.gender == _PLURAL and r.case in {"Nom", "Gen"} for r in read_form(word, "last"))


def _is_joined(text: str, mentions: Sequence[Mention], before: PersonMention, person: PersonMention) -> bool:
    between = text[mentions[before.index].end : mentions[person.index].start]
    return between in _JOINTS and not before.form.last and not before.form.initials


def _plurals(form: PersonForm) -> list[Reading]:
    """The plurals that the surname behind a given name can be: «Самойловым» is a dative of «Самойловы»."""
    readings = read_form(form.last.lower(), "last") if form.first else ()
    return [reading for reading in readings if reading.gender == _PLURAL]


def _named(person: PersonMention, family: Reading) -> PersonMention | None:
    """The person under the full name in the nominative, if the given name can stand in the case of the surname."""
    form = person.form
    word = (form.first or form.lone).lower()
    given = [r for r in read_form(word, "first") if r.case == family.case]
    best = max(given, key=lambda r: (_is_known(r), r.weight), default=None)
    if best is None or not (_is_known(best) or best.nominative != word or family.case == "Nom"):
        return None  # «Петром и Иваном Ивановым»: an unknown name that does not decline
    fathers = read_form(form.patronymic.lower(), "patronymic") if form.patronymic else ()
    father = next((r.nominative for r in fathers if (r.case, r.gender) == (family.case, best.gender)), "")
    surname = _of_one(family.nominative, best.gender)
    full = replace(form, lone="", first=best.nominative.title(), patronymic=father.title(), last=surname.title())
    sure = Evidence(cases=dict.fromkeys(CASES, 0.0) | {"Nom": 1.0}, genders={"m": 0.0, "f": 0.0} | {best.gender: 1.0})
    return replace(person, form=full, evidence=sure)


def _is_known(given: Reading) -> bool:
    return given.gender in known_genders(given.nominative)


def _of_one(plural: str, gender: str) -> str:
    """«дубские» is «дубская» of a woman."""
    ending = next(each for each in _SINGULAR if plural.endswith(each))
    return plural.removesuffix(ending) + _SINGULAR[ending][gender]
