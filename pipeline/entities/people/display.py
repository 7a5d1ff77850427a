"""A person's name as it is written: given name, patronymic, surname, with capitals."""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.entities.people.forms import read_parts
from pipeline.entities.people.nominatives import as_surname
from pipeline.entities.people.person import Person, PersonName

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

    Example: «Имангали Тасмагамбетов», «У. М. Рахимжанов», «Ли Дон Хёк», «Анар Алияр оглы Аллахверанов».
    """
    parts = name_parts(person)
    if person.east:
        return f"{parts.last} {parts.first}"
    given = [parts.first] if parts.first else [f"{initial}." for initial in person.initials]
    last = parts.last
    if person.generation:
        last += f"-{person.generation}{'ая' if person.name.gender == 'f' else 'ий'}"
    words = [*given, parts.patronymic, last, person.numeral]
    return " ".join(word for word in words if word)


def written_as(parts: PersonName, text: str) -> str:
    """The nominative of a name as short as it is written: «Тасмагамбетову» is «Тасмагамбетов», «И. Орлову» «И. Орлов».

    Args:
        parts: of the whole name, with capitals.
        text: the name as it stands; another script stays as it is.
    """
    form = as_surname(read_parts(text))
    if form.east or form.generation or form.numeral or not re.search("[а-яё]", text, re.IGNORECASE):
        return text
    given = [parts.first] if form.first else [f"{initial}." for initial in form.initials]
    last = parts.last or parts.first if form.last else ""
    words = [*given, parts.patronymic if form.patronymic else "", last]
    return " ".join(word for word in words if word) or text


def capitals(name: str, small: Collection[str] = ()) -> str:
    """Capital letters for every word but those written small in the text: «фон дер Ляйен», «Гусейн-заде».

    The text may have declined the small word: «Юнус-беком» is Юнус-бек.
    """

    def cased(word: str) -> str:
        written_small = word in small or (len(word) > 2 and any(s.startswith(word) for s in small))
        return word if written_small else word[:1].upper() + word[1:]

    return _LETTERS.sub(lambda m: cased(m.group()), name)
