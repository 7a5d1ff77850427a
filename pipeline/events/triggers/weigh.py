"""What the trigger network holds of an article's words, and from when on it is heard beside the lexicon."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from pipeline.events.ontology import Ontology
from pipeline.events.triggers.features import content_words, encode_words
from pipeline.events.triggers.model import NO_EVENT, shipped_triggers

# Words that the lexicon passes over, and triggers of it that name nobody were right about as often as not from here on,
# in a cross-validation inside the training articles. To strike out the lexicon's triggers by it cost what it gained.
LEAST_ADDED, LEAST_CERTAIN = 0.6, 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """Probabilities of the event types (words x types); empty for an article that was not read.

    Attributes:
        words: row of each content word, by token index.
        types: column of each type.
    """

    shares: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))
    words: Mapping[int, int] = field(default_factory=dict)
    types: Mapping[str, int] = field(default_factory=dict)

    def share(self, token: int, kind: str) -> float:
        """Probability that a word names an event of this type."""
        known = token in self.words and kind in self.types
        return round(float(self.shares[self.words[token], self.types[kind]]), 3) if known else 0.0

    def added(self, taken: Collection[int]) -> Iterator[tuple[int, str]]:
        """Words that it takes for triggers, with their types, beside those that are taken already."""
        tokens, kinds = list(self.words), list(self.types)
        for row, column in np.argwhere(self.shares >= LEAST_ADDED).tolist():
            if tokens[row] not in taken:
                yield tokens[row], kinds[column]


def opinions_on(doc: Doc, readable: Sequence[bool], ontology: Ontology) -> Opinions:
    """Ask the network about all content words of an article that the reader has read.

    Args:
        doc: the article.
        readable: for each token whether it stands in headline or body.
        ontology: whose lexicon says what a word may be.
    """
    words = content_words(doc, readable) if doc._.reading is not None else []
    if not words:
        return Opinions()
    model = shipped_triggers()
    shares = model.probabilities(encode_words(doc, words, model.known, ontology))
    return Opinions(
        shares=shares[:, NO_EVENT + 1 :],
        words={word.i: row for row, word in enumerate(words)},
        types={name: column for column, name in enumerate(model.config.types)},
    )
