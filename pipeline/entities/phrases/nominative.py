"""The nominative of a body's or a place's name: the head noun with its adjectives declines, the tail stays.

«Советом коллективной безопасности ОДКБ» gives «Совет коллективной безопасности ОДКБ», «Медеуским районным судом»
«Медеуский районный суд», «Уральских волков» «Уральские волки».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product, takewhile

from pipeline.entities.evidence import Evidence
from pipeline.entities.phrases.acronyms import acronym_gender
from pipeline.entities.phrases.head_readings import READINGS, head_readings, shared_plural
from pipeline.entities.phrases.head_zone import Word, adjective_behind, head_zone
from pipeline.entities.phrases.place_names import is_place_name
from pipeline.language.nominals import NominalReading, nominal_readings
from pipeline.language.vectors import occurs

KEPT = 6
_KNOWN = 20.0  # how much likelier a nominative is that some place is known by
_OCCURS = 5.0  # how much likelier a nominative is that is common in news than one that is not


@dataclass(frozen=True, slots=True)
class PhraseCandidate:
    """A nominative of a phrase with its share of the weight of all candidates."""

    name: str
    share: float


def find_nominatives(text: str, evidence: Evidence, *, place: bool) -> tuple[PhraseCandidate, ...]:
    """Candidates for the nominative of a phrase, the likeliest first; capitals stay as they are in the text."""
    whole = head_zone(text)
    behind = adjective_behind(text, whole)
    zones = [behind] if behind else [whole[:length] for length in range(len(whole), 0, -1)]
    weights = next((found for zone in zones if (found := _weights(text, zone, evidence, place=place))), {})
    if not weights:
        return (PhraseCandidate(text, 1.0),)
    total = sum(weights.values())
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(PhraseCandidate(name, weight / total) for name, weight in ranked[:KEPT])


def _weights(text: str, zone: Sequence[Word], evidence: Evidence, *, place: bool) -> dict[str, float]:
    """Nominatives of the phrase with their weights, where the words of the zone agree; empty where they do not.

    The noun of «юношескую сборную | России» may be shorter than the words that look like adjectives.
    """
    weights: dict[str, float] = {}
    lone_word = len(zone) == 1 and zone[0].end == len(text)
    acronym = acronym_gender(text[max(word.end for word in zone) :])
    for words, weight in _agreeing(zone, evidence, place=place, lone_word=lone_word, acronym=acronym):
        name = _replace(text, zone, words)
        known = _KNOWN if place and is_place_name(name) else 1.0
        weights[name] = weights.get(name, 0.0) + weight * (_OCCURS if occurs(words[-1]) else 1.0) * known
    return weights


def _agreeing(
    zone: Sequence[Word], evidence: Evidence, *, place: bool, lone_word: bool, acronym: str = ""
) -> Iterator[tuple[tuple[str, ...], float]]:
    """Nominatives of all words of the zone that agree in case, number and gender."""
    options = [[r for r in nominal_readings(word.text) if r.adjective][:READINGS] for word in zone[:-1]]
    heads = head_readings(zone[-1].text, place=place, lone_word=lone_word, described=len(zone) > 1)
    options.append(heads + shared_plural(heads) if len(zone) > 1 else heads)
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


def _agree(word: NominalReading, head: NominalReading) -> bool:
    if word.case != head.case or word.plural != head.plural:
        return False
    return word.plural or not head.gender or word.gender == head.gender


def _replace(text: str, zone: Sequence[Word], words: Sequence[str]) -> str:
    pieces, at = [], 0
    for word, nominative in sorted(zip(zone, words, strict=True), key=lambda pair: pair[0].start):
        pieces += [text[at : word.start], like(word.text, nominative)]
        at = word.end
    return "".join([*pieces, text[at:]])


def like(model: str, word: str) -> str:
    """Give a word the capitals of its model: «каспий-юг» of «Каспием-Юг» is «Каспий-Юг», «вцик» of «ВЦИКа» «ВЦИК»."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    models, parts = model.split("-"), word.split("-")
    if len(models) != len(parts):
        models, parts = [model], [word]
    return "-".join(_with_capitals(*pair) for pair in zip(models, parts, strict=True))


def _with_capitals(model: str, word: str) -> str:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(model.lower(), word, strict=False)))
    return model[:shared] + word[shared:]
