"""The nominative of a body's or a place's name: the head noun with its adjectives declines, the tail stays.

«Советом коллективной безопасности ОДКБ» gives «Совет коллективной безопасности ОДКБ», «Медеуским районным судом»
«Медеуский районный суд», «Уральских волков» «Уральские волки».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from pipeline.entities.context import Evidence
from pipeline.entities.declension.readings import read_form
from pipeline.entities.lexicon import name_words
from pipeline.language.nominals import NominalReading, nominal_readings

_WORD = re.compile(r"[^\s«»\"“”().,]+(?:\.(?=\s|$))?")
_READINGS = 12  # of one word
_FIXED_TAIL = re.compile(r"\d+|[А-ЯЁA-Z]{1,2}|(?:на|под|в|де|дель)-[А-ЯЁ].*")
_RELATIONAL = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")
_HEAD_ONLY, _SHARED = 0.3, 0.05
_PLACE_BONUS, _COMMON_NOUN = 3.0, 0.4
# How far the table of endings is trusted beside readings of the dictionary.
_BESIDE_PLACE, _BESIDE_KNOWN, _UNKNOWN = 0.02, 0.3, 1.0
KEPT = 6
_NEUTER = frozenset(
    {"УГМС", "УМВД", "УВД", "ГУВД", "УФСБ", "УФАС", "УФСИН", "УФССП", "УФНС", "УФМС", "ГУ", "СУ", "МВД", "МЧС", "МТУ"}
)
_FEMININE = frozenset({"АЭС", "ГЭС", "ТЭЦ", "ТЭС", "ГРЭС", "ЦРБ", "РКБ", "ЦКБ", "ГКБ", "ТПП", "ТИК", "УИК", "СЭС"})
_MASCULINE = frozenset({"НПЗ", "ГОК", "НИИ", "ЦБК", "ОВД", "ОМВД", "ОМОН", "РОВД", "ГПЗ", "ТЮЗ"})
_ACRONYMS = {"n": _NEUTER, "f": _FEMININE, "m": _MASCULINE}


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
    whole = _head_zone(text)
    behind = _adjective_behind(text, whole)
    zones = [behind] if behind else [whole[:length] for length in range(len(whole), 0, -1)]
    weights = next((found for zone in zones if (found := _weights(text, zone, evidence, place=place))), {})
    if not weights:
        return (PhraseCandidate(text, 1.0),)
    total = sum(weights.values())
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(PhraseCandidate(name, weight / total) for name, weight in ranked[:KEPT])


def _weights(text: str, zone: Sequence[_Word], evidence: Evidence, *, place: bool) -> dict[str, float]:
    """Nominatives of the phrase with their weights, where the words of the zone agree; empty where they do not.

    The noun of «юношескую сборную | России» may be shorter than the words that look like adjectives.
    """
    weights: dict[str, float] = {}
    lone_word = len(zone) == 1 and zone[0].end == len(text)
    acronym = _acronym_gender(text[max(word.end for word in zone) :])
    for words, weight in _agreeing(zone, evidence, place=place, lone_word=lone_word, acronym=acronym):
        name = _replace(text, zone, words)
        weights[name] = weights.get(name, 0.0) + weight
    return weights


def _adjective_behind(text: str, zone: Sequence[_Word]) -> list[_Word]:
    """«улице Южной», «площади Театральной»: the adjective that follows a place's noun, with the noun; else nothing."""
    if len(zone) != 1 or not {r.nominative for r in nominal_readings(zone[0].text)} & name_words().geographic:
        return []
    behind = [_Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, zone[0].end)]
    if len(behind) != 1 or not behind[0].text[:1].isupper() or "-" in behind[0].text:
        return []
    readings = nominal_readings(behind[0].text)
    adjective = bool(_RELATIONAL.search(behind[0].text)) or not _is_rather_noun(readings)
    return [behind[0], *zone] if adjective and any(r.adjective for r in readings) else []


def _head_zone(text: str) -> list[_Word]:
    """Leading adjectives and the head noun; nothing where the name begins with an acronym or in Latin script."""
    zone: list[_Word] = []
    for match in _WORD.finditer(text):
        word = _Word(match.start(), match.end(), match.group())
        if not _declines(word.text) or (zone and _opens_quote(text, zone[-1].end, word.start)):
            break
        readings = nominal_readings(word.text)
        zone.append(word)
        if not any(r.adjective for r in readings) or (
            not zone[:-1] and _is_rather_noun(readings) and not _RELATIONAL.search(word.text)
        ):
            return zone
    return zone


def _acronym_gender(rest: str) -> str:
    """Gender of the acronym behind the adjectives, by its head: «Омского УМВД» is neuter, «Курской АЭС» feminine."""
    first = next(iter(rest.split()), "").strip('«»"().,')
    return next((gender for gender, acronyms in _ACRONYMS.items() if first in acronyms), "")


def _is_rather_noun(readings: Sequence[NominalReading]) -> bool:
    nouns = sum(r.weight for r in readings if not r.adjective)
    return nouns > 2 * sum(r.weight for r in readings if r.adjective)


def _opens_quote(text: str, before: int, start: int) -> bool:
    return any(mark in text[before:start] for mark in '«"“(')


def _declines(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word.partition("-")[0]):
        return False
    cyrillic = bool(letters) and all("а" <= c.lower() <= "я" or c.lower() == "ё" for c in letters)
    return cyrillic and not (word.isupper() and len(letters) > 1 and len(letters) < 7) and not word.endswith(".")


def _agreeing(
    zone: Sequence[_Word], evidence: Evidence, *, place: bool, lone_word: bool, acronym: str = ""
) -> Iterator[tuple[tuple[str, ...], float]]:
    """Nominatives of all words of the zone that agree in case, number and gender."""
    options = [[r for r in nominal_readings(word.text) if r.adjective][:_READINGS] for word in zone[:-1]]
    heads = _head_readings(zone, place=place, lone_word=lone_word)
    options.append(heads + _shared_plural(heads) if len(zone) > 1 else heads)
    for chosen in product(*options):
        head = chosen[-1]
        if not all(_agree(word, head) for word in chosen[:-1]) or (
            acronym and head.adjective and not head.plural and acronym != head.gender
        ):
            continue
        number = evidence.plural if head.plural else 1.0 - min(evidence.plural, 0.9)
        weight = evidence.cases.get(head.case, 0.0) * number
        for reading in chosen:
            weight *= reading.weight
        yield tuple(reading.nominative for reading in chosen), weight


def _head_readings(zone: Sequence[_Word], *, place: bool, lone_word: bool) -> list[NominalReading]:
    """Readings of the head: the dictionary's, and the table's where the head stands alone."""
    head, dash, tail = zone[-1].text.partition("-")
    if dash and _FIXED_TAIL.fullmatch(tail):
        return _with_tail(head, tail, _word_readings(head, place=place, lone_word=lone_word), 1.0)
    if "-" in tail and not any(r.known for r in nominal_readings(zone[-1].text)):
        return []
    if not lone_word:
        return _head_of_several(zone[-1].text, place=place)
    found = _word_readings(zone[-1].text, place=place, lone_word=True)
    return found + (
        _with_tail(head, tail, _word_readings(head, place=place, lone_word=True), _HEAD_ONLY) if dash else []
    )


def _head_of_several(word: str, *, place: bool) -> list[NominalReading]:
    """The head of a longer name: a word that the dictionary does not know rather stays («Ризе Йылдыз»)."""
    readings = [_weighed(r, place=place, lone_word=False) for r in nominal_readings(word)][:_READINGS]
    known = [r for r in readings if r.known]
    if known or any(r.adjective for r in readings):
        return known or readings
    return readings + [r for r in _by_paradigm(word, [], lone_word=False) if r.nominative == word.lower()]


def _shared_plural(heads: Sequence[NominalReading]) -> list[NominalReading]:
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
    known = [_weighed(r, place=place, lone_word=lone_word) for r in nominal_readings(word)][:_READINGS]
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


def _agree(word: NominalReading, head: NominalReading) -> bool:
    if word.case != head.case or word.plural != head.plural:
        return False
    return word.plural or not head.gender or word.gender == head.gender


def _replace(text: str, zone: Sequence[_Word], words: Sequence[str]) -> str:
    pieces, at = [], 0
    for word, nominative in sorted(zip(zone, words, strict=True), key=lambda pair: pair[0].start):
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
