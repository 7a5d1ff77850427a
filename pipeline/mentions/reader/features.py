"""What the reader knows of a piece: vectors of form and lemma, affixes, shape, possible grammemes, its surroundings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.language.vectors import vector_row, vectors
from pipeline.mentions.reader.windows import Window
from pipeline.mentions.reader.words import KINDS, grammeme_weights, word_values

CONTEXT = 5
UNKNOWN = 0
_ROOM = 4096  # words that there is room for at first
_MOST = 1 << 14  # words kept, half a kilobyte each: a long run meets millions
_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowFeatures:
    """Inputs of the network for one window of n pieces.

    `ids` n x len(KINDS) int64; `rows` n x 2, of the vectors of form and lemma; `extras` n x (grammemes + CONTEXT)
    float32.
    """

    ids: NDArray[np.int64]
    rows: NDArray[np.int64]
    extras: NDArray[np.float32]

    @property
    def vectors(self) -> NDArray[np.float32]:
        """Vectors of form and lemma, n x 600; unpacked when asked for, since a corpus of them would fill the memory."""
        return np.concatenate([vectors(self.rows[:, 0]), vectors(self.rows[:, 1])], axis=1)


@dataclass(frozen=True, slots=True)
class FeatureVocabulary:
    """The values that training has seen, per kind; place 0 is for all others."""

    values: dict[str, dict[str, int]]
    grammemes: dict[str, int]

    @classmethod
    def build(cls, words: Iterable[str], *, least: int | Mapping[str, int] = 3) -> FeatureVocabulary:
        """Count the values of all words and keep those seen `least` times, a number for all kinds or for each."""
        needed = dict.fromkeys(KINDS, least) if isinstance(least, int) else least
        counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
        grammemes: set[str] = set()
        for word, times in Counter(words).items():
            for kind, value in zip(KINDS, word_values(word), strict=True):
                counts[kind][value] += times
            grammemes.update(grammeme_weights(word))
        values = {
            kind: {v: i + 1 for i, v in enumerate(sorted(v for v, n in found.items() if n >= needed[kind]))}
            for kind, found in counts.items()
        }
        return cls(values, {g: i for i, g in enumerate(sorted(grammemes))})

    def sizes(self) -> dict[str, int]:
        """Rows that an embedding of each kind needs."""
        return {kind: len(self.values[kind]) + 1 for kind in KINDS}

    def save(self, path: Path) -> None:
        """Write as JSON."""
        content = {"values": {k: list(v) for k, v in self.values.items()}, "grammemes": list(self.grammemes)}
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> FeatureVocabulary:
        """Read what `save` wrote."""
        content = json.loads(path.read_text(encoding="utf-8"))
        values = {kind: {v: i + 1 for i, v in enumerate(found)} for kind, found in content["values"].items()}
        return cls(values, {g: i for i, g in enumerate(content["grammemes"])})


class FeatureExtractor:
    """Turns windows into inputs; words are analysed once and kept, one row a word, until they are too many."""

    def __init__(self, vocabulary: FeatureVocabulary) -> None:
        """Begin with no word."""
        self.vocabulary = vocabulary
        self._numbers: dict[str, int] = {}
        self._ids = np.zeros((_ROOM, len(KINDS)), dtype=np.int64)
        self._rows = np.zeros((_ROOM, 2), dtype=np.int64)
        self._grammemes = np.zeros((_ROOM, len(vocabulary.grammemes)), dtype=np.float32)

    def window(self, text: str, window: Window) -> WindowFeatures:
        """The inputs of one window."""
        known = self._numbers
        if len(known) > _MOST:
            known.clear()
        words = [text[a:b] for a, b in window.pieces]
        numbers = [known[word] if word in known else self._learn(word) for word in words]
        extras = np.concatenate([self._grammemes.take(numbers, axis=0), surroundings(text, window)], axis=1)
        return WindowFeatures(ids=self._ids.take(numbers, axis=0), rows=self._rows.take(numbers, axis=0), extras=extras)

    def _learn(self, word: str) -> int:
        """Analyse a new word into the next row; returns its number."""
        number = self._numbers[word] = len(self._numbers)
        self._grammemes[number : number + 1] = 0.0  # of a word that stood there before
        if number == len(self._ids):
            self._ids, self._rows, self._grammemes = (
                np.concatenate([table, np.zeros_like(table)]) for table in (self._ids, self._rows, self._grammemes)
            )
        values, tables = word_values(word), self.vocabulary.values
        self._ids[number] = [tables[kind].get(value, UNKNOWN) for kind, value in zip(KINDS, values, strict=True)]
        self._rows[number] = vector_row(word), vector_row(values[0])
        for name, weight in grammeme_weights(word).items():
            place = self.vocabulary.grammemes.get(name)
            if place is not None:
                self._grammemes[number, place] = weight
        return number


def surroundings(text: str, window: Window) -> NDArray[np.float32]:
    """Per piece: first of its sentence, glued to the one before, in quotation marks, at a line's start, in line 1."""
    flags = np.zeros((len(window.pieces), CONTEXT), dtype=np.float32)
    sentences, (starts, ends) = np.array(window.sentences), np.array(window.pieces).T
    flags[0, 0] = 1
    flags[1:, 0] = sentences[1:] != sentences[:-1]
    flags[1:, 1] = ends[:-1] == starts[1:]
    flags[:, 2] = _quoted(text, window)
    flags[:, 3] = [start == 0 or text[start - 1] == "\n" for start, _ in window.pieces]
    flags[:, 4] = starts < text.find("\n")
    return flags


def _quoted(text: str, window: Window) -> list[bool]:
    """Whether a piece stands inside quotation marks, its opening mark not counted."""
    inside, depth = [], 0
    for start, end in window.pieces:
        piece = text[start:end]
        if piece in _CLOSING:
            depth = max(depth - 1, 0)
        inside.append(depth > 0)
        depth += piece in _OPENING
    return inside
