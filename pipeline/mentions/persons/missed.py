"""People that the recogniser missed: whom a body is named after, and who is named in full elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.inflection import is_plain_word
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon
from pipeline.mentions.stems import stem


def find_dedicated(words: Words, taken: frozenset[int]) -> Iterator[Candidate]:
    """Yield whom a body is named after, where the recogniser saw only the body: «университет имени Ислама Каримова»."""
    for index in range(len(words)):
        if words.lower(index) != "имени" or index + 1 in taken:
            continue
        last = index + 1
        while last - index <= 3 and words.joined(index, last) and _is_dedicated(words, last):
            last += 1
        if last > index + 1:
            yield Candidate(first=index + 1, last=last, type="person", source="rule.dedication")


def _is_dedicated(words: Words, index: int) -> bool:
    return words.is_capital(index) and words.text(index)[1:].islower() and words.case(index) in {"Gen", ""}


def find_repeated(words: Words, people: Sequence[Candidate], taken: frozenset[int]) -> Iterator[Candidate]:
    """Yield surnames and given names alone of people that the article names in full: «Поиски Гасымовой»."""
    parts = [words.text(i) for p in people if p.last - p.first > 1 for i in range(p.first, p.last)]
    known = frozenset(stem(part) for part in parts if len(part) > 3 and part[0].isupper())
    for index, text in enumerate(words.texts):
        shape = _can_repeat(words, index) or _is_speaker_label(words, index)
        if index not in taken and shape and (stem(text) in known or _is_generation(text, known)):
            yield Candidate(first=index, last=index + 1, type="person", source="rule.repeated-name", confidence=0.85)


def _is_speaker_label(words: Words, index: int) -> bool:
    """«СЕЙТКАЗИЕВА: Да, конечно.»: the surname in capitals before a turn of an interview."""
    text = words.text(index)
    return len(text) > 3 and text.isupper() and words.opens_sentence(index) and words.text(index + 1) == ":"


def _can_repeat(words: Words, index: int) -> bool:
    """Not a plain word where every word has a capital: «Топал обвинил», but «встреча закончилась; Топал обвинил»."""
    text = words.text(index)
    capital = text[:1].isupper() and text[1:].islower() and len(text) > 3
    return capital and (not is_plain_word(text) or not words.opens_sentence(index))


def _is_generation(text: str, known: frozenset[str]) -> bool:
    """«Канева-старшая», «Ахметжанов-младший»."""
    name, _, which = text.rpartition("-")
    if not name or stem(name) not in known:
        return False
    return stem(which) in {stem(word) for word in name_lexicon().generations}
