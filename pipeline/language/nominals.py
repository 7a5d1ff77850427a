"""Readings of nouns and adjectives with their nominative in the same number, as pymorphy3 sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pipeline.language.backends import morph_analyzer
from pipeline.language.inflection import inflected

_CASES = {
    "nomn": "Nom", "gent": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc", "acc2": "Acc", "ablt": "Ins",
    "loct": "Loc", "loc2": "Loc",
}  # fmt: skip
_GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
_KNOWN, _GUESSED = 1.0, 0.5
_ORDINAL = re.compile(r"(\d+)-(й|я|е|го|му|м|ю|х|ми)")
# Endings of an ordinal in figures with the cases they stand for, by gender; «» is the plural.
_ORDINAL_ENDINGS = {
    "m": {"й": "Nom Acc", "го": "Gen Acc", "му": "Dat", "м": "Ins Loc"},
    "f": {"я": "Nom", "й": "Gen Dat Ins Loc", "ю": "Acc"},
    "n": {"е": "Nom Acc", "го": "Gen", "му": "Dat", "м": "Ins Loc"},
    "": {"е": "Nom Acc", "х": "Gen Loc", "м": "Dat", "ми": "Ins"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NominalReading:
    """One way to read a word form.

    Attributes:
        nominative: lower case, in the number of the form; declining it gives the form back.
        singular: nominative singular, for a plural of which only one is meant («Согдийской областей»).
        adjective: whether it is an adjective or participle.
        gender: m, f, n; empty in the plural.
        place: whether it is called a place.
        known: whether the dictionary holds it.
        weight: pymorphy3's estimate, less where it guesses.
    """

    nominative: str
    singular: str
    adjective: bool
    case: str
    plural: bool
    gender: str
    place: bool
    known: bool
    weight: float


@lru_cache(maxsize=1 << 15)
def nominal_readings(word: str) -> tuple[NominalReading, ...]:
    """Noun and adjective readings of a form.

    Example: «областью» has one: «область», Ins, f.
    """
    if ordinal := _ORDINAL.fullmatch(word):
        return tuple(_of_ordinal(*ordinal.groups()))
    parses = morph_analyzer().parse(word.lower())
    found = [_reading(parse) for parse in parses if parse.tag.POS in {"NOUN", "ADJF", "PRTF"} and parse.tag.case]
    return tuple(dict.fromkeys(reading for reading in found if reading))


def is_ordinal(word: str) -> bool:
    """Whether a word is an ordinal in figures: «120-й»."""
    return _ORDINAL.fullmatch(word) is not None


def _of_ordinal(number: str, ending: str) -> Iterator[NominalReading]:
    """«120-й | бригады» is a genitive of «120-я»."""
    for gender, endings in _ORDINAL_ENDINGS.items():
        nominative = f"{number}-{next(iter(endings))}"
        for case in endings.get(ending, "").split():
            yield NominalReading(
                nominative=nominative, singular=nominative, adjective=True, case=case, plural=not gender,
                gender=gender, place=False, known=True, weight=_KNOWN,
            )  # fmt: skip


def _reading(parse: Any) -> NominalReading | None:
    tag = parse.tag
    plural = "plur" in tag
    adjective = tag.POS != "NOUN"
    wanted = {"nomn", "plur"} if plural else {"nomn", "sing", *([tag.gender] if adjective and tag.gender else [])}
    nominative = inflected(parse, wanted)
    if nominative is None or tag.case not in _CASES:
        return None
    trust = _KNOWN if parse.is_known else _GUESSED
    return NominalReading(
        nominative=nominative, singular=parse.normal_form, adjective=adjective, case=_CASES[tag.case],
        plural=plural,
        gender="" if plural else _GENDERS.get(str(tag.gender), ""), place="Geox" in tag, known=parse.is_known,
        weight=trust * max(float(parse.score), 0.05),
    )  # fmt: skip
