"""Words in pieces: the likeliest sequence of pieces that a word is made of (the unigram model of SentencePiece)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from pipeline.training.event_teacher.weights import PackedEncoder

_SPACE = "▁"
_UNLIKELY = -10.0  # what a letter that is no piece costs beyond the seldomest piece


class Pieces:
    """Cuts words into pieces.

    Each word is cut by itself, with the mark of a space where one stands before it.
    """

    def __init__(self, encoder: PackedEncoder) -> None:
        """Take the pieces of an encoder with their scores."""
        self._numbers, self._scores, self._unknown = encoder.pieces, encoder.scores, encoder.unknown
        self.begin, self.end = encoder.begin, encoder.end
        self._longest = max(map(len, encoder.pieces))
        self._least = min(encoder.scores) + _UNLIKELY
        self.of = lru_cache(maxsize=1 << 18)(self._of)

    def _of(self, word: str, spaced: bool) -> tuple[int, ...]:
        """Numbers of the pieces of a word."""
        letters = (_SPACE if spaced else "") + unicodedata.normalize("NFKC", word).replace(" ", _SPACE)
        best: list[tuple[float, int, int]] = [(0.0, 0, self._unknown)]  # score, where the last piece begins, its number
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
        ways = [(best[end - 1][0] + self._least, end - 1, self._unknown)]
        for start in range(max(0, end - self._longest), end):
            number = self._numbers.get(letters[start:end], self._unknown)
            if number != self._unknown:
                ways.append((best[start][0] + self._scores[number], start, number))
        return ways
