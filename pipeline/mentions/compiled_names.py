"""A name of the gazetteer, compiled to the forms of its words, and whether it stands at a place of a text.

The head declines (adjectives and the first noun), its genitive tail stays («Советом министров иностранных дел»), an
apposition may do either («Республике Беларусь», «Республике Карелии»).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.language.inflection import ALL_CASES, declined_forms, is_nominative_adjective, is_nominative_noun
from pipeline.mentions.gazetteer import fold

_WORD = re.compile(r"[\w’'.]+(?:[-–][\w’']+)*|[–—-]|[^\w\s]")
_ENDINGS = frozenset({"а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a compiled name: its forms with their cases, and whether it must be written with a capital."""

    forms: Mapping[str, frozenset[str]]
    capital: bool
    apposition: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the gazetteer, compiled; `exact` for abbreviations, which match as they are written."""

    text: str
    words: tuple[Word, ...]
    exact: bool


def acronym_stem(word: str) -> str:
    """«МИД» of «МИДа» and «МИДом»; empty if the word is no acronym with an ending."""
    stem = word.rstrip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
    return stem if len(stem) > 2 and stem.isupper() and word[len(stem) :] in _ENDINGS else ""


def compile_name(text: str, *, exact: bool) -> Name:
    """Compile a name in the nominative to the forms of its words.

    Args:
        text: «Совет министров иностранных дел».
        exact: an abbreviation, which is matched as it is written.
    """
    words: list[Word] = []
    head_open, declines = True, not exact
    for word in split_words(text):
        capital = word[:1].isupper()
        adjective = declines and head_open and is_nominative_adjective(word)
        apposition = declines and not head_open and capital and is_nominative_noun(word)
        if declines and (head_open or apposition):
            words.append(Word(declined_forms(word), capital, apposition))
        else:
            words.append(Word({fold(word): ALL_CASES}, capital))
        head_open = head_open and adjective
    if any(word.apposition for word in words):  # of two nouns either may stay: «Милли Меджлиса», «Республики Беларусь»
        words = [replace(word, apposition=True) for word in words]
    return Name(text, tuple(words), exact)


def split_words(text: str) -> list[str]:
    """Words and marks of a name, as the tokenizer of the pipeline splits them."""
    return _WORD.findall(text)


def match_name(name: Name, words: Sequence[str], first: int) -> frozenset[str]:
    """Cases in which the name stands at that place; empty if it does not stand there."""
    if first + len(name.words) > len(words):
        return frozenset()
    found = words[first : first + len(name.words)]
    if name.exact:
        return ALL_CASES if _same_letters(name, found) else frozenset()
    cases = ALL_CASES
    for position, (wanted, word) in enumerate(zip(name.words, found, strict=True)):
        possible = wanted.forms.get(fold(word), frozenset())
        if not possible or (wanted.capital and not position and not word[:1].isupper()):
            return frozenset()
        if not (wanted.apposition and "nomn" in possible):
            cases &= possible
    return cases


def _same_letters(name: Name, found: Sequence[str]) -> bool:
    """Abbreviations match letter by letter; the last word may take an ending: «МИДом»."""
    return all(
        word == text or acronym_stem(word) == text for word, text in zip(found, split_words(name.text), strict=True)
    )
