"""Which words of a name decline: leading adjectives and the head noun, or a noun with the adjective behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.entities.lexicon import name_words
from pipeline.language.nominals import NominalReading, is_ordinal, nominal_readings

_WORD = re.compile(r"[^\s«»\"“”().,]+(?:\.(?=\s|$))?")
_NOUNS = frozenset({"сборная"})  # adjectives by their form: «Юношеская сборная Дании»
_RELATIONAL = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name with its offsets."""

    start: int
    end: int
    text: str


def head_zone(text: str) -> list[Word]:
    """Leading adjectives and the head noun; nothing where the name begins with an acronym or in Latin script."""
    zone: list[Word] = []
    for match in _WORD.finditer(text):
        word = Word(match.start(), match.end(), match.group())
        if not _declines(word.text) or (zone and _opens_quote(text, zone[-1].end, word.start)):
            break
        readings = nominal_readings(word.text)
        zone.append(word)
        if (
            not any(r.adjective for r in readings)
            or _NOUNS & {r.nominative for r in readings}
            or (not zone[:-1] and _is_rather_noun(readings) and not _RELATIONAL.search(word.text))
        ):
            return zone
    return zone


def adjective_behind(text: str, zone: Sequence[Word]) -> list[Word]:
    """«улице Южной», «площади Театральной»: the adjective that follows a place's noun, with the noun; else nothing."""
    if len(zone) != 1 or not {r.nominative for r in nominal_readings(zone[0].text)} & name_words().geographic:
        return []
    behind = [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, zone[0].end)]
    if len(behind) != 1 or not behind[0].text[:1].isupper() or "-" in behind[0].text:
        return []
    readings = nominal_readings(behind[0].text)
    adjective = bool(_RELATIONAL.search(behind[0].text)) or not _is_rather_noun(readings)
    return [behind[0], *zone] if adjective and any(r.adjective for r in readings) else []


def _is_rather_noun(readings: Sequence[NominalReading]) -> bool:
    nouns = sum(r.weight for r in readings if not r.adjective)
    return nouns > 2 * sum(r.weight for r in readings if r.adjective)


def _opens_quote(text: str, before: int, start: int) -> bool:
    return any(mark in text[before:start] for mark in '«"“(')


def _declines(word: str) -> bool:
    if is_ordinal(word):
        return True
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word.partition("-")[0]):
        return False
    cyrillic = bool(letters) and all("а" <= c.lower() <= "я" or c.lower() == "ё" for c in letters)
    return cyrillic and not (word.isupper() and len(letters) > 1 and len(letters) < 7) and not word.endswith(".")
