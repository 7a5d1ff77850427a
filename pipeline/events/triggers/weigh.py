"""What the trigger network holds of an article's words, and from when on it is heard beside the lexicon."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from pipeline.events.encoder.committee import joint_opinion
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.triggers.features import content_words, word_categories, word_numbers
from pipeline.events.triggers.hearing import QUICK, Hearing, hearing
from pipeline.events.triggers.model import shipped_triggers
from pipeline.language.networks import NO


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """Probabilities of the event types (words x types); empty for an article that was not read.

    Attributes:
        words: row of each content word, by token index.
        types: column of each type.
        heard: from which probability on they count.
    """

    shares: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))
    words: Mapping[int, int] = field(default_factory=dict)
    types: Mapping[str, int] = field(default_factory=dict)
    heard: Hearing = QUICK

    def share(self, kind: str, *words: int) -> float:
        """Probability that one of these words names an event of this type."""
        rows = [self.words[word] for word in words if word in self.words]
        return round(float(self.shares[rows, self.types[kind]].max()), 3) if rows and kind in self.types else 0.0

    def strikes_out(self, words: Sequence[int]) -> bool:
        """Whether none of a trigger's words names an event at all, whatever the lexicon says of them."""
        named = [float(self.shares[self.words[word]].sum()) for word in words if word in self.words]
        return bool(named) and 1 - max(named) >= self.heard.struck[len(words) > 1]

    def added(self, taken: Collection[int]) -> Iterator[tuple[int, str]]:
        """Words that it takes for triggers, each with its likeliest type, beside those that are taken already."""
        tokens, kinds = list(self.words), list(self.types)
        typed, named = self.shares.max(axis=1, initial=0.0), self.shares.sum(axis=1)
        likely = ((typed >= self.heard.added) & (named >= self.heard.named[0])) | (named >= self.heard.named[1])
        for row in np.flatnonzero(likely).tolist():
            if tokens[row] not in taken:
                yield tokens[row], kinds[int(self.shares[row].argmax())]

    def better_type(self, token: int, kind: str, *, words: int) -> str | None:
        """The type that takes the place of the lexicon's, of a trigger of so many words: «[встречу] «Зенита» судил»."""
        if token not in self.words:
            return None
        row = self.shares[self.words[token]]
        best = int(row.argmax())
        likely = float(row[best])
        if likely < self.heard.retyped or likely - self.share(kind, token) < self.heard.ahead[words > 1]:
            return None
        return list(self.types)[best]


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
        heard=hearing(doc),
    )
