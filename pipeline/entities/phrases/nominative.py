"""The nominative of a body's or a place's name: the head noun with its adjectives declines, the tail stays.

«Советом коллективной безопасности ОДКБ» gives «Совет коллективной безопасности ОДКБ», «Медеуским районным судом»
«Медеуский районный суд», «Уральских волков» «Уральские волки».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from pipeline.entities.context import Evidence
from pipeline.entities.declension.paradigms import CASES
from pipeline.language.nominals import NominalReading, nominal_readings

_WORD = re.compile(r"[^\s«»\"“”()]+")
_READINGS = 12  # of one word
_PLACE_BONUS = 3.0
_FIXED_VOWEL, _FIXED_OTHER = 0.1, 0.01  # weight of a word that does not decline
KEPT = 6


@dataclass(frozen=True, slots=True)
class PhraseCandidate:
    """A nominative of a phrase with its share of the weight of all candidates."""

    name: str
    share: float


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


def find_nominatives(text: str, evidence: Evidence, *, place: bool) -> tuple[PhraseCandidate, ...]:
    """Candidates for the nominative of a phrase, the likeliest first; capitals stay as they are in the text."""
    zone = _head_zone(text)
    if not zone:
        return (PhraseCandidate(text, 1.0),)
    weights: dict[str, float] = {}
    for words, weight in _agreeing(zone, evidence, place=place):
        name = _replace(text, zone, words)
        weights[name] = weights.get(name, 0.0) + weight
    if not weights:
        return (PhraseCandidate(text, 1.0),)
    total = sum(weights.values())
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(PhraseCandidate(name, weight / total) for name, weight in ranked[:KEPT])


def _head_zone(text: str) -> list[_Word]:
    """Leading adjectives and the head noun; nothing where the name begins with an acronym or in Latin script."""
    zone: list[_Word] = []
    for match in _WORD.finditer(text):
        word = _Word(match.start(), match.end(), match.group())
        if not _declines(word.text) or (zone and _opens_quote(text, zone[-1].end, word.start)):
            break
        readings = nominal_readings(word.text)
        zone.append(word)
        if not any(r.adjective for r in readings) or (not zone[:-1] and _is_rather_noun(readings)):
            return zone
    return zone


def _is_rather_noun(readings: Sequence[NominalReading]) -> bool:
    nouns = sum(r.weight for r in readings if not r.adjective)
    return nouns > 2 * sum(r.weight for r in readings if r.adjective)


def _opens_quote(text: str, before: int, start: int) -> bool:
    return any(mark in text[before:start] for mark in '«"“(')


def _declines(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    cyrillic = bool(letters) and all("а" <= c.lower() <= "я" or c.lower() == "ё" for c in letters)
    return cyrillic and not (word.isupper() and len(letters) > 1 and len(letters) < 7) and not word.endswith(".")


def _agreeing(zone: Sequence[_Word], evidence: Evidence, *, place: bool) -> Iterator[tuple[tuple[str, ...], float]]:
    """Nominatives of all words of the zone that agree in case, number and gender."""
    options = [_options(word.text, place=place, last=i == len(zone) - 1) for i, word in enumerate(zone)]
    if len(zone) == 1:
        options[0] += _unchanged(zone[0].text)
    for chosen in product(*options):
        head = chosen[-1]
        if not all(_agree(word, head) for word in chosen[:-1]):
            continue
        number = evidence.plural if head.plural else 1.0 - min(evidence.plural, 0.9)
        weight = evidence.cases.get(head.case, 0.0) * number
        for reading in chosen:
            weight *= reading.weight
        yield tuple(reading.nominative for reading in chosen), weight


def _options(word: str, *, place: bool, last: bool) -> list[NominalReading]:
    readings = nominal_readings(word)
    if not last:
        return [r for r in readings if r.adjective][:_READINGS]
    return [_weighed(r, place=place) for r in readings][:_READINGS]


def _unchanged(word: str) -> list[NominalReading]:
    """A word that does not decline: likely after a vowel («Балыкчы»), hardly after a consonant."""
    lowered = word.lower()
    weight = _FIXED_VOWEL if lowered[-1] in "еиоуыэю" else _FIXED_OTHER
    return [_fixed(lowered, case, weight) for case in CASES]


def _weighed(reading: NominalReading, *, place: bool) -> NominalReading:
    if not (place and reading.place):
        return reading
    return NominalReading(
        nominative=reading.nominative, adjective=reading.adjective, case=reading.case, plural=reading.plural,
        gender=reading.gender, place=True, weight=reading.weight * _PLACE_BONUS,
    )  # fmt: skip


def _fixed(word: str, case: str, weight: float) -> NominalReading:
    return NominalReading(
        nominative=word, adjective=False, case=case, plural=False, gender="", place=False, weight=weight
    )  # fmt: skip


def _agree(word: NominalReading, head: NominalReading) -> bool:
    if word.case != head.case or word.plural != head.plural:
        return False
    return word.plural or not head.gender or word.gender == head.gender


def _replace(text: str, zone: Sequence[_Word], words: Sequence[str]) -> str:
    pieces, at = [], 0
    for word, nominative in zip(zone, words, strict=True):
        pieces += [text[at : word.start], like(word.text, nominative)]
        at = word.end
    return "".join([*pieces, text[at:]])


def like(model: str, word: str) -> str:
    """Give a word the capitals of its model: «Усть-Нерой» makes «усть-нера» «Усть-Нера»."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    if model.lower() == word:
        return model
    models, parts = model.split("-"), word.split("-")
    if len(models) != len(parts):
        return word[:1].upper() + word[1:] if model[:1].isupper() else word
    return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for m, p in zip(models, parts, strict=True))
