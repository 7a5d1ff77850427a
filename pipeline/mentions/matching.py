"""Finds the names of the gazetteer in a text, in whatever case they stand.

Every name is compiled once to the forms of its words: the head declines (adjectives and the first noun), its
genitive tail stays («Советом министров иностранных дел»), an apposition may do either («Республике Беларусь»,
«Республике Карелии»). A hash from the forms of the first word to the names keeps the search linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.kept import kept
from pipeline.language.backends import dictionary_version
from pipeline.language.inflection import ALL_CASES, declined_forms, is_nominative_adjective, is_nominative_noun
from pipeline.mentions.gazetteer import Gazetteer, fold, load_gazetteer
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.records.annotations import MentionKind

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A stretch of tokens that bears a name of the gazetteer.

    Attributes:
        first, last: index of the first token and of the one after the last, among the tokens searched.
        entries: all entries with that name; more than one is a collision for the context to decide.
        cases: grammatical cases in which it can stand there.
    """

    first: int
    last: int
    kind: MentionKind
    entries: tuple[GazetteerEntry, ...]
    cases: frozenset[str]


class NameIndex:
    """All names of a gazetteer, ready to be searched for."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Compile the names; about a second for the shipped files, unless they were kept."""
        bearers: dict[tuple[str, bool], list[GazetteerEntry]] = defaultdict(list)
        for entry in gazetteer.entries.values():
            for name in dict.fromkeys(entry.names):
                bearers[name, False].append(entry)
            for short in dict.fromkeys(entry.abbreviations):
                bearers[short, True].append(entry)
        self._by_first: dict[str, list[tuple[Name, tuple[GazetteerEntry, ...]]]] = defaultdict(list)
        for compiled, entries in zip(_compiled_names(list(bearers)), bearers.values(), strict=True):
            for form in compiled.words[0].forms:
                self._by_first[form].append((compiled, tuple(entries)))

    def find(self, words: Sequence[str]) -> Iterator[Match]:
        """Yield the matches that begin at each word, the longest of each kind; matches may nest and overlap."""
        for first in range(len(words)):
            longest: dict[int, list[Match]] = defaultdict(list)
            for name, entries in self._by_first.get(first_key(words[first]), ()):
                cases = match_name(name, words, first)
                if cases:
                    last = first + len(name.words)
                    kind: MentionKind = "abbreviation" if name.exact else "name"
                    longest[last].append(Match(first=first, last=last, kind=kind, entries=entries, cases=cases))
            for last in sorted(longest, reverse=True):
                yield _joined(longest[last])


def _compiled_names(names: Sequence[tuple[str, bool]]) -> list[Name]:
    """Names, each with whether it is an abbreviation."""

    def compile_all() -> list[Name]:
        return [compile_name(text, exact=short or _is_acronym(text)) for text, short in names]

    return kept("names", repr((dictionary_version(), names)).encode(), compile_all)


def name_index() -> NameIndex:
    """The index of the gazetteer in use."""
    return _compiled(load_gazetteer())


@cache
def _compiled(gazetteer: Gazetteer) -> NameIndex:
    return NameIndex(gazetteer)


def first_key(word: str) -> str:
    """Key of a word of the text in the index: «МИДа» and «МИД» share one."""
    return fold(acronym_stem(word) or word)


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


def _is_acronym(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) > len(letters) / 2


def _joined(matches: Sequence[Match]) -> Match:
    """One match of several on the same words: all their entries, each once."""
    first = matches[0]
    entries = dict.fromkeys(entry for match in matches for entry in match.entries)
    cases = frozenset().union(*(match.cases for match in matches))
    return Match(first=first.first, last=first.last, kind=first.kind, entries=tuple(entries), cases=cases)
