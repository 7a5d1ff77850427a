"""What the reader knows of a piece: vectors of form and lemma, affixes, shape, possible grammemes, its surroundings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.language.vectors import vector_row, vectors
from pipeline.mentions.reader.windows import Window
from pipeline.mentions.reader.words import KINDS, grammeme_weights, word_values

CONTEXT = 5
UNKNOWN = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFeatures:
    """What does not depend on the surroundings: one row for each kind of `KINDS`, vectors' rows, grammemes."""

    ids: NDArray[np.int32]
    form_row: int
    lemma_row: int
    grammemes: NDArray[np.float32]


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


@dataclass(slots=True)
class FeatureExtractor:
    """Turns windows into inputs; words are analysed once and kept."""

    vocabulary: FeatureVocabulary
    _words: dict[str, WordFeatures] = field(default_factory=dict)

    def window(self, text: str, window: Window) -> WindowFeatures:
        """The inputs of one window."""
        words = [self._word(text[a:b]) for a, b in window.pieces]
        rows = np.array([(word.form_row, word.lemma_row) for word in words], dtype=np.int64)
        grammemes = np.stack([word.grammemes for word in words])
        extras = np.concatenate([grammemes, surroundings(text, window)], axis=1)
        ids = np.stack([word.ids for word in words]).astype(np.int64)
        return WindowFeatures(ids=ids, rows=rows, extras=extras)

    def _word(self, word: str) -> WordFeatures:
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = self._analyse(word)
        return found

    def _analyse(self, word: str) -> WordFeatures:
        tables = self.vocabulary.values
        known = word_values(word)
        ids = [tables[kind].get(value, UNKNOWN) for kind, value in zip(KINDS, known, strict=True)]
        grammemes = np.zeros(len(self.vocabulary.grammemes), dtype=np.float32)
        for name, weight in grammeme_weights(word).items():
            place = self.vocabulary.grammemes.get(name)
            if place is not None:
                grammemes[place] = weight
        return WordFeatures(
            ids=np.array(ids, dtype=np.int32), form_row=vector_row(word), lemma_row=vector_row(known[0]),
            grammemes=grammemes,
        )  # fmt: skip


def surroundings(text: str, window: Window) -> NDArray[np.float32]:
    """Per piece: first of its sentence, glued to the one before, in quotation marks, at a line's start, in line 1."""
    flags = np.zeros((len(window.pieces), CONTEXT), dtype=np.float32)
    depth = 0
    first_break = text.find("\n")
    for i, (start, end) in enumerate(window.pieces):
        piece = text[start:end]
        depth = max(depth - 1, 0) if piece in "»”" else depth
        flags[i] = (
            i == 0 or window.sentences[i] != window.sentences[i - 1],
            i > 0 and window.pieces[i - 1][1] == start,
            depth > 0,
            start == 0 or text[start - 1] == "\n",
            start < first_break,
        )
        depth += piece in "«“"
    return flags
