"""Words in pieces: the likeliest sequence of pieces that a word is made of (the unigram model of SentencePiece)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

SPACE = "▁"  # stands for a space before a word
_UNLIKELY = -10.0  # what a letter that is no piece costs beyond the seldomest piece
_KEPT = 1 << 16  # words whose pieces are remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The pieces that an encoder knows, in the order of its numbers.

    Attributes:
        pieces: as they are spelled.
        scores: logarithm of the probability of each.
        begin, end, unknown: numbers of what opens and closes a text, and of what is no piece.
    """

    pieces: Sequence[str]
    scores: Sequence[float]
    begin: int
    end: int
    unknown: int

    @property
    def outer(self) -> tuple[int, int, int]:
        """Numbers that every encoder needs, whatever words it knows."""
        return self.begin, self.end, self.unknown

    @property
    def numbers(self) -> Mapping[str, int]:
        """Number of each piece."""
        return {piece: number for number, piece in reversed(list(enumerate(self.pieces)))}


class Pieces:
    """Cuts words into pieces, each by itself, with the mark of a space where one stands before it.

    Example: «Тасмагамбетов» behind a space is `▁Та`, `сма`, `га`, `м`, `бет`, `ов`.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the pieces of an encoder."""
        self.vocabulary = vocabulary
        self._numbers = vocabulary.numbers
        self._longest = max(map(len, vocabulary.pieces))
        self._least = min(vocabulary.scores) + _UNLIKELY
        self.of = lru_cache(maxsize=_KEPT)(self._of)

    def _of(self, word: str, spaced: bool) -> tuple[int, ...]:
        """Numbers of the pieces of a word."""
        letters = (SPACE if spaced else "") + unicodedata.normalize("NFKC", word).replace(" ", SPACE)
        best: list[tuple[float, int, int]] = [(0.0, 0, self.vocabulary.unknown)]  # score, start and number of a piece
        for end in range(1, len(letters) + 1):
            best.append(max(self._ends(letters, end, best)))
        found = []
        end = len(letters)
        while end:
            _, start, number = best[end]
            found.append(number)
            end = start
        return tuple(reversed(found))

    def _ends(self, letters: str, end: int, best: list[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
        """Every way to end at a letter: a piece that begins before it, or the letter alone as something unknown."""
        scores, unknown = self.vocabulary.scores, self.vocabulary.unknown
        ways = [(best[end - 1][0] + self._least, end - 1, unknown)]
        for start in range(max(0, end - self._longest), end):
            number = self._numbers.get(letters[start:end], unknown)
            if number != unknown:
                ways.append((best[start][0] + scores[number], start, number))
        return ways
