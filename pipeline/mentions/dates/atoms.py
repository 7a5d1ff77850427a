"""An article as the date grammar reads it: a string of classes, whose words are looked at only where a pattern fits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from pipeline.language.words import Tokens, Word
from pipeline.mentions.dates.alphabet import KINDS, character
from pipeline.mentions.dates.holidays import find_holidays
from pipeline.mentions.dates.numerals import find_numbers
from pipeline.mentions.dates.pieces import SPELLING

_GLUED = frozenset({"dot", "colon", "dash", "slash"})
# Behind a number or its full stop («15.12.–17.12.»): no pattern or check asks for others.
_TOUCHING = re.compile(r"(?<=[\d.])(?:\.(?=[^\W_])|[:/\-–—−‑](?! |\Z))")


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
        """Mark the signs behind a number that touch both neighbours: «9:00», «11.03», not «в 9: 00»."""
        found = [i for sign in _TOUCHING.finditer(self.tokens.content) if (i := self._glued(sign.start())) is not None]
        if found:
            codes = list(self.codes)
            for i in found:
                codes[i] = character(f"glued_{self.kind(i)}")
            self.codes = "".join(codes)
            self._made.clear()

    def _glued(self, offset: int) -> int | None:
        """The atom at an offset, if it is a sign between two others without a blank."""
        token = bisect_right(self.tokens.starts, offset) - 1
        pieces = SPELLING.pieces(self.tokens.words[token])
        within = offset - self.tokens.starts[token]
        index = next((i for i, p in enumerate(pieces, self._ends[token] - len(pieces)) if p.start == within), 0)
        if not 0 < index < len(self.codes) - 1 or self.kind(index) not in _GLUED:
            return None
        touches = self[index - 1].end == offset and self[index + 1].start == offset + 1
        return index if touches else None

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

    def _openers(self) -> list[int]:
        """Atoms of the words that a holiday may begin with."""
        openers = SPELLING.openers
        return [end - 1 for word, end in zip(self.tokens.words, self._ends, strict=True) if word in openers]


def find_atoms(tokens: Tokens) -> Atoms:
    """Read an article, with glued signs marked, numbers and holidays joined."""
    atoms = Atoms(tokens)
    atoms.mark_glued()
    atoms.fold()
    return atoms
