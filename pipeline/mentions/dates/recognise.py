"""First step: where calendar expressions stand, and which words of them fill which field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from pipeline.language.words import Tokens
from pipeline.mentions.dates.alphabet import KINDS
from pipeline.mentions.dates.atoms import Atom, Atoms
from pipeline.mentions.dates.notation import Pattern, load_grammar

_OPENING = frozenset('«"“„—–-')
Groups = Mapping[str, Atom]
_LONGEST = 60  # atoms: longer islands are hardly ever met twice


class Candidate(NamedTuple):
    """A stretch of atoms that a pattern fits: `first` to `last`, end-exclusive."""

    pattern: Pattern
    first: int
    last: int
    groups: Groups


class Fit(NamedTuple):
    """A pattern that fits an island of classes, with the places of the fields in it."""

    first: int
    last: int
    pattern: Pattern
    fields: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The article around a candidate; `content` is its text."""

    tokens: Tokens
    content: str
    atoms: Atoms

    def kind(self, index: int) -> str:
        """Class of an atom, «break» outside of the text."""
        codes = self.atoms.codes
        return KINDS[codes[index]] if 0 <= index < len(codes) else "break"

    def lemma(self, index: int) -> str:
        """Dictionary form of the word an atom lies in."""
        return self.atoms.word(index).lemma if 0 <= index < len(self.atoms) else ""

    def pos(self, index: int) -> str:
        """Part of speech of the word an atom lies in; PUNCT outside of the text and for line breaks."""
        return "PUNCT" if self.kind(index) == "break" else self.atoms.word(index).pos

    def feature(self, index: int, name: str) -> str:
        """A morphological feature of the word an atom lies in."""
        return "" if self.kind(index) == "break" else self.atoms.word(index).features.get(name, "")

    def text(self, index: int) -> str:
        """An atom as written."""
        atom = self.atoms[index] if 0 <= index < len(self.atoms) else None
        return self.content[atom.start : atom.end] if atom else ""

    def lowered(self, index: int) -> bool:
        """Whether a word begins with a small letter, or with a capital only because it opens its sentence."""
        atom = self.atoms[index]
        return self.content[atom.start].islower() or self._opens(atom.token)

    def _opens(self, token: int) -> bool:
        """Whether a word opens a sentence, a speech («— Весной проверяли») or a quotation («…: „Летом сулили“»)."""
        starts, words = self.tokens.sentence_starts, self.tokens.words
        if token in starts:
            return True
        return token > 1 and words[token - 1].form in _OPENING and (token - 1 in starts or words[token - 2].form == ":")


def choose(atoms: Atoms, holds: Callable[[Candidate], bool]) -> Iterator[Candidate]:
    """Yield the first candidates that hold and do not overlap one before them."""
    at = 0
    for start, fit in find_fits(atoms.codes):
        if start + fit.first >= at and holds(candidate := _candidate(atoms, start, fit)):
            yield candidate
            at = candidate.last


def find_fits(codes: str) -> Iterator[tuple[int, Fit]]:
    """Every fit of every pattern, overlapping ones too, with the start of its island.

    Leftmost, longest, then as the patterns are listed.
    """
    for island in load_grammar().islands.finditer(codes):
        within, start = island.group(), island.start()
        for fit in _fits(within) if len(within) < _LONGEST else _all_fits(within):
            yield start, fit


def _candidate(atoms: Atoms, start: int, fit: Fit) -> Candidate:
    groups = {field: atoms[start + at] for field, at in fit.fields}
    return Candidate(fit.pattern, start + fit.first, start + fit.last, groups)


def _all_fits(codes: str) -> tuple[Fit, ...]:
    fits = [
        Fit(found.start(), found.end(), pattern, tuple((f, found.start(f)) for f, c in found.groupdict().items() if c))
        for pattern in load_grammar().possible(codes)
        for found in pattern.regex.finditer(codes)
    ]
    return tuple(sorted(fits, key=lambda fit: (fit.first, -fit.last)))


# An article has few islands that were not in one before: «в», «20 ноября 2023 года», «. На».
_fits = lru_cache(maxsize=1 << 14)(_all_fits)
