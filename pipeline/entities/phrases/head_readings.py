"""Readings of the head of a name: the dictionary's, and those of the table of endings where it knows no better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.declension.readings import read_form
from pipeline.language.nominals import NominalReading, nominal_readings

READINGS = 12  # of one word
_FIXED_TAIL = re.compile(r"\d+|[А-ЯЁA-Z]{1,2}|(?:на|под|в|де|дель)-[А-ЯЁ].*")
_HEAD_ONLY, _SHARED = 0.3, 0.05
_PLACE_BONUS, _COMMON_NOUN = 3.0, 0.4
# How far the table of endings is trusted beside readings of the dictionary.
_BESIDE_PLACE, _BESIDE_KNOWN, _UNKNOWN = 0.02, 0.3, 1.0


def head_readings(word: str, *, place: bool, lone_word: bool, described: bool = False) -> list[NominalReading]:
    """Readings of the head: the dictionary's, and the table's where the head stands alone."""
    head, dash, tail = word.partition("-")
    if dash and _FIXED_TAIL.fullmatch(tail):
        return _with_tail(head, tail, _word_readings(head, place=place, lone_word=lone_word), 1.0)
    if "-" in tail and not any(r.known for r in nominal_readings(word)):
        return []
    if not lone_word:
        return _head_of_several(word, place=place, described=described)
    found = _word_readings(word, place=place, lone_word=True)
    return found + (
        _with_tail(head, tail, _word_readings(head, place=place, lone_word=True), _HEAD_ONLY) if dash else []
    )


def _head_of_several(word: str, *, place: bool, described: bool) -> list[NominalReading]:
    """The head of a longer name: a word that the dictionary does not know rather stays («Ризе Йылдыз»).

    Behind an adjective it declines as that does («Белом Дрине»).
    """
    readings = [_weighed(r, place=place, lone_word=False) for r in nominal_readings(word)][:READINGS]
    known = [r for r in readings if r.known]
    if known or any(r.adjective for r in readings):
        return known or readings
    by_table = _by_paradigm(word, [], lone_word=False)
    return readings + [r for r in by_table if described or r.nominative == word.lower()]


def shared_plural(heads: Sequence[NominalReading]) -> list[NominalReading]:
    """«Баткенской и Согдийской областей»: a plural noun that each of two adjectives has one of."""
    return [
        replace(r, nominative=r.singular, plural=False, weight=r.weight * _SHARED)
        for r in heads
        if r.plural and not r.adjective
    ]


def _with_tail(head: str, tail: str, readings: Sequence[NominalReading], weight: float) -> list[NominalReading]:
    """«Вислой-2», «Каспием-Юг»: only what stands before the hyphen declines."""
    return [
        replace(r, nominative=f"{r.nominative}-{tail.lower()}", weight=r.weight * weight)
        for r in readings
        if len(head) > 1 and (weight == 1.0 or r.case != "Nom")
    ]


def _word_readings(word: str, *, place: bool, lone_word: bool) -> list[NominalReading]:
    known = [_weighed(r, place=place, lone_word=lone_word) for r in nominal_readings(word)][:READINGS]
    return known + _by_paradigm(word, known, lone_word=lone_word)


def _by_paradigm(word: str, readings: Sequence[NominalReading], *, lone_word: bool) -> list[NominalReading]:
    """Readings by the table of endings, for words that the dictionary does not know as a place («Шымкентом»)."""
    known = [r for r in readings if r.known]
    trust = _BESIDE_KNOWN if lone_word and not any(r.place for r in known) else _BESIDE_PLACE
    return [
        NominalReading(
            nominative=r.nominative,
            singular=r.nominative,
            adjective=False,
            case=r.case,
            plural=r.gender == "p",
            gender=r.gender.strip("p"),
            place=False,
            known=False,
            weight=r.weight * (trust if known else _UNKNOWN),
        )
        for r in read_form(word.lower(), "thing")
    ]


def _weighed(reading: NominalReading, *, place: bool, lone_word: bool) -> NominalReading:
    if place and reading.place:
        return replace(reading, weight=reading.weight * _PLACE_BONUS)
    common_noun = lone_word and reading.known and (place or reading.adjective)
    return replace(reading, weight=reading.weight * _COMMON_NOUN) if common_noun else reading
