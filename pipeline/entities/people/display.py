"""A person's name as it is written: given name, patronymic, surname, with capitals."""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.entities.lexicon import name_words
from pipeline.entities.people.candidates import PersonName
from pipeline.entities.people.identity import Person

_LETTERS = re.compile(r"[^\W\d_]+")


def name_parts(person: Person) -> PersonName:
    """The parts with capitals."""
    name, small = person.name, person.small
    return PersonName(
        first=capitals(name.first, small),
        patronymic=capitals(name.patronymic, small),
        last=capitals(name.last, small),
        gender=name.gender,
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


def capitals(name: str, small: Collection[str] = ()) -> str:
    """Capital letters for every word but those written small in the text: «фон дер Ляйен», «Гусейн-заде»."""
    return _LETTERS.sub(lambda m: m.group() if m.group() in small else m.group()[:1].upper() + m.group()[1:], name)
