"""Finds the names of the gazetteer in a text, in whatever case they stand.

A hash from the forms of the first word to the compiled names keeps the search linear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.kept import kept
from pipeline.language.backends import dictionary_version
from pipeline.mentions.compiled_names import Name, acronym_stem, compile_name, match_name
from pipeline.mentions.gazetteer import Gazetteer, fold
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.mentions.gazetteer_in_use import load_gazetteer
from pipeline.records.annotations import MentionKind


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


def _is_acronym(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) > len(letters) / 2


def _joined(matches: Sequence[Match]) -> Match:
    """One match of several on the same words: all their entries, each once."""
    first = matches[0]
    entries = dict.fromkeys(entry for match in matches for entry in match.entries)
    cases = frozenset().union(*(match.cases for match in matches))
    return Match(first=first.first, last=first.last, kind=first.kind, entries=tuple(entries), cases=cases)
