"""A person's name as it is written: given name, patronymic, surname, with capitals."""

from __future__ import annotations

import re

from pipeline.entities.lexicon import name_words
from pipeline.entities.people.candidates import PersonName
from pipeline.entities.people.identity import Person

_LETTERS = re.compile(r"[^\W\d_]+")


def name_parts(person: Person) -> PersonName:
    """The parts with capitals."""
    name = person.name
    return PersonName(
        first=capitals(name.first), patronymic=capitals(name.patronymic), last=capitals(name.last), gender=name.gender
    )


def full_name(person: Person) -> str:
    """Given name (patronymic) surname; initials where no given name is known; East Asian names surname first.

    Example: «Имангали Тасмагамбетов», «У. М. Рахимжанов», «Ли Дон Хёк».
    """
    parts = name_parts(person)
    if person.east:
        return f"{parts.last} {parts.first}"
    given = [parts.first] if parts.first else [f"{initial}." for initial in person.initials]
    after_surname = bool(name_words().kinship & set(parts.patronymic.split()))
    names = [parts.last, parts.patronymic] if after_surname else [parts.patronymic, parts.last]
    words = [*given, *names, person.numeral]
    return " ".join(word for word in words if word)


def capitals(name: str) -> str:
    """Capital letters for every word but particles: «фон дер ляйен» is «фон дер Ляйен», «гусейн-заде» «Гусейн-заде»."""
    small = name_words().particles | name_words().kinship | {"заде"}
    return _LETTERS.sub(lambda m: m.group() if m.group() in small else m.group().capitalize(), name)
