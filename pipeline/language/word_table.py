"""Many words and the number of each, without the words, which would take ten times the memory as strings."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from spacy.strings import get_string_id


class WordTable:
    """Numbers of words, by their 64-bit hashes.

    Two words may share a hash: for a million questions about strange words to 250,000 known ones the odds are one to
    seventy million.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Number the words in their order from 0; of a word that comes twice the later number counts."""
        hashes = np.fromiter((get_string_id(word) for word in words), dtype=np.uint64)
        self._order = np.argsort(hashes, kind="stable").astype(np.int32)
        self._hashes = hashes[self._order]

    def number(self, word: str) -> int | None:
        """The number of a word, None if it is unknown."""
        wanted = np.uint64(get_string_id(word))
        place = int(self._hashes.searchsorted(wanted, side="right")) - 1
        return int(self._order[place]) if place >= 0 and self._hashes[place] == wanted else None

    def __contains__(self, word: str) -> bool:
        """Whether the word is one of them."""
        return self.number(word) is not None
