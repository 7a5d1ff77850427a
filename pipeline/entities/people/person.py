"""A person's name: its parts as they stand in the text, its nominative, its mentions, and whom they name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.entities.evidence import Evidence

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForm:
    """Parts of a name as they stand in the text; a missing part is empty.

    Attributes:
        initials: of the given name and the patronymic, without full stops.
        lone: a single word that can be a first name or a surname.
        east: the surname comes first and stays there («Ли Дон Хёк»).
        numeral: of a ruler («Пётр I»).
        generation: «старш» or «младш» of «Канева-старшая».
    """

    first: str = ""
    patronymic: str = ""
    last: str = ""
    initials: tuple[str, ...] = ()
    lone: str = ""
    east: bool = False
    numeral: str = ""
    generation: str = ""

    @property
    def small(self) -> frozenset[str]:
        """Words that the text writes small («фон», «оглы»)."""
        words = _LETTERS.findall(f"{self.first} {self.patronymic} {self.last}")
        return frozenset(word for word in words if word.islower())

    @property
    def is_full(self) -> bool:
        """Given name and surname are both there."""
        return bool(self.first and self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name in the nominative, lower case, with the gender it was read with."""

    first: str = ""
    patronymic: str = ""
    last: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """A mention of a person, with what its place in the text says of case and gender."""

    index: int
    form: PersonForm
    evidence: Evidence


@dataclass(slots=True, kw_only=True)
class Person:
    """One person of the article; grows while mentions join it. `small` words of the name have no capital."""

    name: PersonName
    initials: tuple[str, ...] = ()
    numeral: str = ""
    generation: str = ""
    east: bool = False
    small: frozenset[str] = frozenset()
    mentions: list[int] = field(default_factory=list)
