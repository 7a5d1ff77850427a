"""An article as the date grammar reads it: a string of classes, whose words are looked at only where a pattern fits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from pipeline.language.words import Tokens, Word
from pipeline.mentions.dates.alphabet import KINDS, character
from pipeline.mentions.dates.holidays import find_holidays
from pipeline.mentions.dates.numerals import find_numbers
from pipeline.mentions.dates.pieces import SIGN_KINDS, SPELLING

_GLUED = ("dot", "colon", "dash", "slash")


class Atom(NamedTuple):
    """A word, number or sign: offsets in the text, class, value and the token it lies in."""

    start: int
    end: int
    kind: str
    value: int | str
    token: int


Run = tuple[int, int, Atom]  # atoms from the first to the last, end-exclusive, that are one


class Atoms:
    """All atoms of an article in order; a line break is an atom, other white space none.

    Attributes:
        codes: the class of each atom as a character.
    """

    def __init__(self, tokens: Tokens) -> None:
        """Spell out the words of an article."""
        self.tokens = tokens
        spelled = list(map(SPELLING.__getitem__, tokens.words))
        self.codes = "".join(spelled)
        self._ends = list(accumulate(map(len, spelled)))  # of the pieces of each token
        self._places: Sequence[int] = range(len(self.codes))  # first piece of each atom
        self._made: dict[int, Atom] = {}

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, index: int) -> Atom:
        atom = self._made.get(index)
        if atom is None:
            atom = self._made[index] = self._at(index)
        return atom

    def kind(self, index: int) -> str:
        """Class of an atom."""
        return KINDS[self.codes[index]]

    def token(self, index: int) -> int:
        """Number of the word an atom lies in."""
        return bisect_right(self._ends, self._places[index])

    def word(self, index: int) -> Word:
        """The word an atom lies in."""
        return self.tokens.words[self.token(index)]

    def _at(self, index: int) -> Atom:
        token = self.token(index)
        pieces = SPELLING.pieces(self.tokens.words[token])
        piece = pieces[self._places[index] - self._ends[token] + len(pieces)]
        at = self.tokens.starts[token]
        return Atom(at + piece.start, at + piece.end, KINDS[self.codes[index]], piece.value, token)

    def mark_glued(self) -> None:
        """Mark the signs that touch both neighbours: «9:00», «11.03», not «в 9: 00»."""
        found = [i for i in self._all(_glued_classes()) if self._touches(i)]
        if found:
            codes = list(self.codes)
            for i in found:
                codes[i] = character(f"glued_{self.kind(i)}")
            self.codes = "".join(codes)
            self._made.clear()

    def _touches(self, index: int) -> bool:
        if not 0 < index < len(self.codes) - 1:
            return False
        sign = self[index]
        if self.tokens.content[sign.end] == " " or self[index + 1].start != sign.end:
            return False
        if sign.kind == "dot" and self.kind(index + 1) in SIGN_KINDS:  # «2023 г.,»
            return False
        return self[index - 1].end == sign.start

    def fold(self) -> None:
        """Join the words of each number and of each holiday to one atom."""
        runs = sorted((*find_numbers(self), *find_holidays(self, self._openers())))
        if not runs:
            return
        codes, places, made, at = [], [], {}, 0
        for first, last, atom in runs:
            codes += [self.codes[at:first], character(atom.kind)]
            places += [*self._places[at:first], self._places[first]]
            made[len(places) - 1] = atom
            at = last
        self.codes = "".join([*codes, self.codes[at:]])
        self._places, self._made = [*places, *self._places[at:]], made

    def _openers(self) -> Iterator[int]:
        """Atoms of the words that a holiday may begin with."""
        openers = SPELLING.openers
        return (self._ends[i] - 1 for i, word in enumerate(self.tokens.words) if word in openers)

    def _all(self, classes: re.Pattern[str]) -> Iterator[int]:
        return (found.start() for found in classes.finditer(self.codes))


@cache
def _glued_classes() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(character, _GLUED))}]")


def find_atoms(tokens: Tokens) -> Atoms:
    """Read an article, with glued signs marked, numbers and holidays joined."""
    atoms = Atoms(tokens)
    atoms.mark_glued()
    atoms.fold()
    return atoms
