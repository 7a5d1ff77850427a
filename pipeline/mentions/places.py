"""Noun phrases around a place noun, numbers of roads, far ends of routes.

«Иглинский район», «Ворухский анклав», «улица Барыкина», «ледник Голубина»; «Баткенская и Согдийская области».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.language.inflection import may_be_adjective
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import NameLexicon, name_lexicon

SOURCE = "rule.place-phrase"
_ROAD = re.compile(r"[А-ЯA-Z]{1,2}-?\d{1,4}")


def find_place_phrases(words: Words) -> Iterator[Candidate]:
    """Yield noun phrases that name a place."""
    lexicon = name_lexicon()
    for index in range(len(words)):
        kind = lexicon.place_type(words.lemma(index))
        if kind and not words.text(index).isupper():
            yield from _adjective_phrase(words, index, kind)
            yield from _shared_noun(words, index, kind)
        proper = kind == "facility" and words.is_capital(index) and not words.opens_sentence(index)
        if words.lemma(index) in lexicon.place_heads_before or words.lower(index) in {"ул", "пр"} or proper:
            yield from _named_after(words, index, lexicon)


def _adjective_phrase(words: Words, head: int, kind: str) -> Iterator[Candidate]:
    """«Уссурийский городской округ»: adjectives with a capital, then those without."""
    first = head
    while (
        words.joined(first - 1, head)
        and (words.pos(first - 1) in {"ADJ", "PROPN"} or _is_relational_name(words, first - 1))
        and _is_adjective(words, first - 1)
    ):
        first -= 1
        if words.is_capital(first) and words.pos(first) == "PROPN" and not _is_adjective(words, first - 1):
            break
    while first < head and not words.is_capital(first):
        first += 1
    if first < head and not (words.opens_sentence(first) and not _is_relational(words, first)):
        yield Candidate(first=first, last=head + 1, type=kind, source=f"{SOURCE}.adjective")


def _is_adjective(words: Words, index: int) -> bool:
    return index >= 0 and words.text(index)[0].isalpha() and may_be_adjective(words.text(index))


def _is_relational(words: Words, index: int) -> bool:
    """«Иглинский», unlike «Новый», opens a sentence as part of a name."""
    return "ск" in words.lower(index)[-5:] or "цк" in words.lower(index)[-5:]


def _is_relational_name(words: Words, index: int) -> bool:
    """«Засурский мост»: an adjective with a capital, though the tagger takes it for a noun."""
    return index >= 0 and words.is_capital(index) and _is_relational(words, index)


def _shared_noun(words: Words, head: int, kind: str) -> Iterator[Candidate]:
    """«[Тульской], [Баткенской] и Согдийской областей»: the adjectives that are joined to the last name places too."""
    if words.feature(head, "Number") != "Plur" or not _names_alone(words, head - 1):
        return
    joint = head - 2
    while words.lower(joint) in {"и", "или", ","} and words.joined(joint - 1, head) and _names_alone(words, joint - 1):
        yield Candidate(first=joint - 1, last=joint, type=kind, source=f"{SOURCE}.shared-noun")
        joint -= 2


def _names_alone(words: Words, index: int) -> bool:
    return index >= 0 and words.is_capital(index) and _is_relational(words, index)


def _named_after(words: Words, head: int, lexicon: NameLexicon) -> Iterator[Candidate]:
    """«улица Барыкина», «ул. Декабристов», «площадь Ала-Тоо»."""
    at = head + 2 if words.text(head + 1) == "." else head + 1
    if not words.joined(head, at) or not words.is_capital(at) or words.text(at).isupper():
        return
    last = at + 1
    while words.joined(head, last) and words.is_capital(last) and words.case(last) == words.case(at) == "Gen":
        last += 1
    if words.feature(head, "Number") == "Plur":
        return
    kind = lexicon.place_type(words.lemma(head)) or "facility"
    yield Candidate(first=head, last=last, type=kind, source=f"{SOURCE}.noun-first", confidence=0.8)


def find_road_numbers(words: Words) -> Iterator[Candidate]:
    """«трасса М-5», «шоссе А-108»: the number alone."""
    for index in range(1, len(words)):
        if words.lemma(index - 1) in {"трасса", "автотрасса", "шоссе", "автодорога"} and _ROAD.fullmatch(
            words.text(index)
        ):
            yield Candidate(first=index, last=index + 1, type="facility", source="rule.road-number")


def find_route_ends(words: Words, places: Sequence[Candidate]) -> Iterator[Candidate]:
    """«на дороге Иджеван — Газах»: the far end of a route whose near end is a place."""
    route_words = name_lexicon().route_words
    for place in places:
        at = place.last + 1
        route = words.lemma(place.first - 1) in route_words and words.joined(place.first - 1, at)
        if route and words.text(place.last) in {"—", "–", "-"} and words.is_capital(at):
            yield Candidate(first=at, last=at + 1, type="location", source="rule.route-end", confidence=0.8)
