"""Abbreviations in brackets that the words before them spell: a body's initials, or those of common words."""

from __future__ import annotations

from pipeline.mentions.bodies.heads import head_strength
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon

_FUNCTION_WORDS = frozenset({"и", "по", "в", "на", "о", "об", "для", "при", "от", "с", "за", "к"})


def is_short(words: Words, first: int, last: int) -> bool:
    """Capitals at the beginning: «КСП», «ПетрГУ», «МО КР», «ИАЭТ СО РАН»."""
    if not 0 < last - first <= 3 or first < 0:
        return False
    return all(text.isalpha() and sum(c.isupper() for c in text) > 1 for text in words.texts[first:last])


def common_abbreviations(words: Words) -> frozenset[str]:
    """Abbreviations that the article spells out as common words: «временного убежища (ВУ)» is no body."""
    found = []
    for index, text in enumerate(words.texts):
        short = words.text(index + 1)
        if text == "(" and words.text(index + 2) == ")" and is_short(words, index + 1, index + 2):
            first = _spelt_from(words, index, short)
            if first is not None and _is_common(words, first, index):
                found.append(short)
    return frozenset(found)


def _is_common(words: Words, first: int, last: int) -> bool:
    """No capital but that of the sentence, and no noun of a body: «Реактивные системы залпового огня (РСЗО)»."""
    inner = first + words.opens_sentence(first)
    if any(words.is_capital(i) for i in range(inner, last)):
        return False
    return inner == first or not any(head_strength(words, i, name_lexicon()) for i in range(first, last))


def spelt_body(words: Words, end: int, short: str) -> Candidate | None:
    """The words before the brackets that spell the abbreviation, if they begin with a capital."""
    first = _spelt_from(words, end, short)
    if first is None or not words.is_capital(first) or _is_common(words, first, end):
        return None
    return Candidate(first=first, last=end, type="organization", source="rule.spelt-by-abbreviation")


def _spelt_from(words: Words, end: int, short: str) -> int | None:
    """First of the words before the brackets whose initials spell the abbreviation, function words left out or in.

    Each part of a hyphenated word may give its initial: «приборно-агрегатный отсек (ПАО)».
    """
    for skip in (True, False):
        at, letters = end, short.upper()
        while letters and at > 0 and words.joined(at - 1, end):
            at -= 1
            if skip and words.lower(at) in _FUNCTION_WORDS:
                continue
            initials = "".join(part[:1] for part in words.text(at).upper().split("-"))
            taken = next((known for known in (initials, initials[:1]) if known and letters.endswith(known)), "")
            if not taken:
                break
            letters = letters.removesuffix(taken)
        if not letters and end - at > 1:
            return at
    return None
