"""What the trigger network holds of an article's words, and from when on it is heard beside the lexicon."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from pipeline.events.encoder.committee import joint_opinion
from pipeline.events.networks import NO
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.triggers.features import content_words, word_categories, word_numbers
from pipeline.events.triggers.model import shipped_triggers

# From here on words that the lexicon passes over were right rather than wrong on unseen news, and triggers of it that
# name nobody are heard; the exact figures are those with which the floors of the own articles hold.
LEAST_ADDED, LEAST_CERTAIN = 0.45, 0.8
# From here on a trigger of the lexicon is none: of real news 8 % of the events are lost and half of what is no event.
LEAST_STRUCK = 0.6
LEAST_TOLD = 0.8  # from here on what names somebody is no mere circumstance of something else


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

    def strikes_out(self, token: int) -> bool:
        """Whether a word names no event at all, whatever the lexicon says of it."""
        return token in self.words and 1 - float(self.shares[self.words[token]].sum()) >= LEAST_STRUCK

    def added(self, taken: Collection[int]) -> Iterator[tuple[int, str]]:
        """Words that it takes for triggers, with their types, beside those that are taken already."""
        tokens, kinds = list(self.words), list(self.types)
        for row, column in np.argwhere(self.shares >= LEAST_ADDED).tolist():
            if tokens[row] not in taken:
                yield tokens[row], kinds[column]


def opinions_on(
    doc: Doc, readable: Sequence[bool], matches: Mapping[int, TriggerEntry], ontology: Ontology
) -> Opinions:
    """Ask the network about all content words of an article that the reader has read.

    Args:
        doc: the article.
        readable: for each token whether it stands in headline or body.
        matches: the lexicon entries whose conditions hold, by the index of the word that they are of.
        ontology: whose lexicon says what a word may be.
    """
    words = content_words(doc, readable) if doc._.reading is not None else []
    if not words:
        return Opinions()
    model = shipped_triggers()
    said = word_categories(doc, words, matches, ontology)
    small = model.probabilities(word_numbers(doc, words), said)
    shares = joint_opinion(doc, "triggers", [[word.i for word in words]], said, small)
    return Opinions(
        shares=shares[:, NO + 1 :],
        words={word.i: row for row, word in enumerate(words)},
        types={name: column for column, name in enumerate(model.config.answers)},
    )
