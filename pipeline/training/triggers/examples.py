"""Words of marked articles with their answers: the type of the event that each names, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Token

from pipeline.events.candidates import find_matches, line_roles
from pipeline.events.ontology import Ontology
from pipeline.events.triggers.features import content_words, word_categories, word_numbers
from pipeline.language.networks import NO
from pipeline.records.annotations import Span, overlap
from pipeline.training.marked import MarkedText
from pipeline.training.rows import UNDECIDED, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerReader:
    """Makes rows of the words of an article's marked part.

    Attributes:
        types: the answers.
        ontology: whose lexicon is asked.
    """

    types: tuple[str, ...]
    ontology: Ontology

    def rows(self, doc: Doc, text: MarkedText) -> Rows | None:
        """The words of an article that was read up to the reader; `None` if it has none."""
        readable = line_roles(doc)
        words = [w for w in content_words(doc, readable) if text.part[0] <= w.idx < text.part[1]]
        if not words:
            return None
        matches = {match.head: match.entry for match in find_matches(doc, readable, self.ontology)}
        return Rows(
            numbers=word_numbers(doc, words), said=tuple(word_categories(doc, words, matches, self.ontology)),
            at=np.array([[w.i] for w in words]),
            wanted=np.array([self._answer(w, text, matches[w.i].type if w.i in matches else "") for w in words]),
        )  # fmt: skip

    def _answer(self, word: Token, text: MarkedText, taken_for: str) -> int:
        """The type whose trigger the word heads: of «возбуждено дело» the word that hangs on no other of them.

        A word that the lexicon takes for a trigger of a type of which the article tells may be a telling that is not
        marked.
        """
        own = (word.idx, word.idx + len(word))
        for event in text.events:
            span = next((s for s in event.tellings if overlap(own, s)), None)
            if span is not None and event.types[0] in self.types:
                return UNDECIDED if _below(word, span) else self.types.index(event.types[0]) + 1
        again = bool(taken_for) and not text.thorough and any(taken_for in event.types for event in text.events)
        return UNDECIDED if again else NO


def known_types(texts: Sequence[MarkedText], ontology: Ontology) -> tuple[str, ...]:
    """The types of the ontology that are marked somewhere, in alphabetical order."""
    return tuple(sorted({event.types[0] for text in texts for event in text.events} & set(ontology.types)))


def _below(word: Token, span: Span) -> bool:
    """Whether it hangs on another word of the trigger."""
    return word.head != word and span[0] <= word.head.idx < span[1]
