"""What stands before a name of a person and is no part of it: «корреспондент ТАСС | Ивана Зорина»."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.language.given_names import is_given_name
from pipeline.language.inflection import readings
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon

_WITH_PLACE = 3  # words: a place, a given name and a surname
_SURNAME_ENDINGS = ("ов", "ев", "ёв", "ин", "ын", "ий", "ый", "ко", "ук", "юк", "ич", "ова", "ева", "ина", "ая")
_PATRONYMIC_ENDINGS = (
    "ич", "ича", "ичу", "ичем", "иче", "вна", "вны", "вне", "вну", "вной", "чной", "ична", "улы", "кызы",
)  # fmt: skip
_NAME_TAGS = ("Name", "Surn", "Patr")


def drop_common_words(words: Words, person: Candidate) -> Candidate | None:
    """«Логист Томас Грикштас» is «Томас Грикштас», «Беседовала Злата Вуйчик» «Злата Вуйчик», «Тётя» nobody.

    «Гари Арутюнов» stays, though a town and burnt places are called so.
    """
    first = person.first
    while first < person.last and _is_common(words, first) and not _is_given(words, first, person):
        first += 1
    if first == person.last:
        return None
    return replace(person, first=first)


def _is_given(words: Words, index: int, person: Candidate) -> bool:
    """A first name before the other parts, with a capital of its own."""
    return index + 1 < person.last and is_given_name(words.text(index)) and not words.opens_sentence(index)


def _is_common(words: Words, index: int) -> bool:
    """A dictionary word without a reading as a name, or one of the list."""
    text, listed = words.text(index), name_lexicon().not_person
    if len(text) == 1:
        return False
    if words.lemma(index) in listed or words.lower(index) in listed:
        return True
    parses = readings(text)
    known = [parse for parse in parses if parse.is_known]
    if not known or any(tag in parse.tag for parse in parses for tag in _NAME_TAGS):
        return False
    verbs = any(parse.tag.POS in {"VERB", "PREP", "CONJ", "NPRO", "ADVB"} for parse in known)
    opens = words.opens_sentence(index) and (verbs or words.is_capital(index + 1))
    return opens or all("Geox" in parse.tag for parse in known)


def cut_leading_body(words: Words, person: Candidate, listed: Iterable[Candidate]) -> Candidate:
    """«корреспондент ТАСС | Ивана Зорина»: a body of the gazetteer, or Latin letters before Russian ones, are no name.

    «главаря Аль-Каиды Усамы бин Ладена», «ИА Regnum Зорин»; nor is a place that a post is held of, «епископ Потоси |
    Хулио Аранда».
    """
    listed = list(listed)
    bodies = (c.last for c in listed if not c.is_place and c.first == person.first and c.last < person.last)
    first = max(bodies, default=person.first)
    first = max((c.last for c in listed if c.first == first and _is_place_before(words, c, person)), default=first)
    if first == person.first and _is_place_of_post(words, person):
        first += 1
    if words.text(first).isascii() and len(words.text(first)) > 2 and not words.text(person.last - 1).isascii():
        first += 1
    return replace(person, first=first) if first < person.last else person


def _is_place_before(words: Words, place: Candidate, person: Candidate) -> bool:
    """«акиму Аксу | Тимуру Дёмину»: a known place, and behind it a given name with its surname."""
    named = place.is_place and person.last - place.last == 2
    return named and any("Name" in parse.tag for parse in readings(words.text(place.last)) if parse.is_known)


def _is_place_of_post(words: Words, person: Candidate) -> bool:
    """«мэра Вана | Бедрие Акташ»: behind a post no name of people, then a given name and one more."""
    before = person.first - 1
    if person.last - person.first != _WITH_PLACE or not words.joined(before, person.first):
        return False
    place, given, last = words.texts[person.first : person.last]
    held = words.lemma(before) in name_lexicon().posts_of_places
    named = is_given_name(place) or is_given_name(last) or place.endswith(_SURNAME_ENDINGS)
    return held and is_given_name(given) and not named and not last.endswith(_PATRONYMIC_ENDINGS)
