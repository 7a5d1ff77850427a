"""One article, one reading: a name that is a place or a person for certain once is that everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.inflection import may_be_adjective
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon
from pipeline.mentions.stems import stem


def settle_people_and_places(
    words: Words, people: Sequence[Candidate], places: Sequence[Candidate]
) -> tuple[list[Candidate], list[Candidate]]:
    """Turn lone words taken for people into places where the article or the noun before them says so.

    «У Ак-Сая прекратили огонь» with «села Ак-Сай» later; «суд сектора Рышкановка».
    """
    full = {stem(words.text(i)) for p in people if p.last - p.first > 1 for i in range(p.first, p.last)}
    placed = {stem(words.text(c.first)) for c in places if c.last - c.first == 1}
    kept: list[Candidate] = []
    moved: list[Candidate] = []
    for person in people:
        single = person.last - person.first == 1 and stem(words.text(person.first)) not in full
        named = _is_introduced(words, person.first)
        if single and (named or stem(words.text(person.first)) in placed):
            moved.append(replace(person, type="location", source="rule.repeated-place"))
        else:
            kept.append(person)
    return kept, [*places, *moved]


def _is_introduced(words: Words, index: int) -> bool:
    """A noun or its abbreviation makes a place of what follows: «села Ак-Сай», «п. Ак-Сай»."""
    if words.text(index - 1) == ".":
        return words.text(index - 2) in {"г", "п", "пос", "с", "дер", "д", "р", "ст", "пгт"}
    return words.lemma(index - 1) in name_lexicon().place_words


def find_repeated_places(words: Words, places: Sequence[Candidate], taken: frozenset[int]) -> Iterator[Candidate]:
    """Yield further mentions of one-word places: «Серебро Укока» in an article about «плато Укок»."""
    known: dict[str, Candidate] = {}
    for place in places:
        text = words.text(place.first)
        if place.last - place.first == 1 and len(text) > 3 and place.kind == "name":
            known.setdefault(stem(text), place)
    covered = {i for place in places for i in range(place.first, place.last)} | taken
    for index, text in enumerate(words.texts):
        same = known.get(stem(text)) if text[:1].isupper() and index not in covered else None
        if same is not None and not words.opens_sentence(index) and not may_be_adjective(text):
            yield replace(same, first=index, last=index + 1, source="rule.repeated-place", confidence=0.8)
