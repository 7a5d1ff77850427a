"""Words of a text as plain objects, for what needs no `Doc` around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Protocol

from pipeline.language.dictionary import Entry, likeliest

_DESCRIBED = frozenset({"entry", "pos", "features", "lemma"})
_ROOM = 1 << 14


class Word:
    """A word form with its part of speech (UD), features and lemma: a tagger's, else the dictionary's.

    The dictionary is asked when the first of them is: most words of a text are never asked for theirs.

    Attributes:
        form, lower: as written, and in small letters.
        entry: what a tagger or the dictionary says.
        pos: part of speech; white space is `SPACE`.
        features: morphological features, the first value of each.
        lemma: dictionary form.
    """

    entry: Entry
    pos: str
    features: Mapping[str, str]
    lemma: str

    def __init__(self, form: str, entry: Entry | None = None) -> None:
        """Take the form as written, and what a tagger says of it."""
        self.form = form
        self.lower = form.lower()
        if entry is not None:
            self._describe(entry)

    def __getattr__(self, name: str) -> Any:
        """Ask the dictionary for what is not known yet."""
        if name not in _DESCRIBED:
            raise AttributeError(name)
        self._describe(likeliest(self.form))
        return getattr(self, name)

    def _describe(self, entry: Entry) -> None:
        self.entry = entry
        self.pos, written, self.lemma = entry
        self.features = _features(written)


@lru_cache(maxsize=_ROOM)
def _features(written: str) -> Mapping[str, str]:
    pairs = (pair.partition("=") for pair in written.split("|") if "=" in pair)
    return {name: value.partition(",")[0] for name, _, value in pairs}


class Tokens(Protocol):
    """A text and its words in order; one blank between two words is no token, other white space is."""

    @property
    def content(self) -> str:
        """The text."""

    @property
    def words(self) -> Sequence[Word]:
        """Its words; those that are alike may be one object."""

    @property
    def starts(self) -> Sequence[int]:
        """Offset in the text of each word."""

    @property
    def sentence_starts(self) -> Sequence[int]:
        """Numbers of the words that open a sentence, in order."""

    def head(self, index: int) -> int | None:
        """Number of the word that governs a word, its own for a root, `None` where nothing was parsed."""
