"""What the trigger network sees of a word: the reader's state, its vector, its grammar, what the lexicon has of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrases import fold
from pipeline.events.triggers.surroundings import Surroundings
from pipeline.events.triggers.words import types_said_of
from pipeline.language.features import features
from pipeline.language.networks import Inputs
from pipeline.language.vectors import vector_row, vectors

WORD_CLASSES = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADV"})
_GRAMMAR = ("VerbForm", "Aspect", "Tense", "Mood", "Voice", "Number", "Case")
_EVENT = "event"
Matches = Mapping[int, TriggerEntry]


def content_words(doc: Doc, readable: Sequence[bool]) -> list[Token]:
    """The words that can name an event: verbs, nouns, adjectives of headline and body that the reader has a state of.

    Args:
        doc: an article that the reader has read.
        readable: for each token whether it stands in headline or body.
    """
    states = doc._.reading.states
    return [t for t in doc if readable[t.i] and t.pos_ in WORD_CLASSES and t.text[:1].isalpha() and t.idx in states]


def word_categories(doc: Doc, words: Sequence[Token], matches: Matches, ontology: Ontology) -> list[tuple[str, ...]]:
    """What is said of each word in categories: of itself, of its entry in the lexicon, of what stands around it."""
    around = Surroundings(doc)
    return [(*categories(w, ontology), *_hints(w), *_of_entry(matches.get(w.i)), *around.categories(w)) for w in words]


def categories(token: Token, ontology: Ontology) -> Iterator[str]:
    """What is said of a word itself: `pos=VERB`, `dep=root`, `over=NOUN`, `under=obj`, `Case=Gen`, `type=visit`.

    The types are those of all lexicon entries that begin with the word, whether or not their conditions hold.
    """
    yield f"pos={token.pos_}"
    yield f"dep={token.dep_}"
    yield f"over={token.head.pos_ if token.head != token else 'ROOT'}"
    yield from {f"under={child.dep_}": None for child in token.children}
    yield from (f"{name}={value}" for name in _GRAMMAR for value in features(token, name)[:1])
    yield from {f"type={entry.type}": None for entry in ontology.index.get(fold(token.lemma_), ()) if not entry.own}


def _hints(token: Token) -> Iterator[str]:
    """What the wide list of words says: `hint=visit`, `hint=seizure` of «нагрянули»."""
    return (f"hint={kind}" for kind in types_said_of(token.lemma_))


def _of_entry(entry: TriggerEntry | None) -> Iterator[str]:
    """Of the entry whose conditions hold: `entry=visit/посетить`, `matched=visit`; a user's entry is not known."""
    if entry is None or entry.own:
        yield "matched=none"
        return
    yield f"entry={entry.source}"
    yield f"matched={entry.type}"


def word_numbers(doc: Doc, words: Sequence[Token]) -> Inputs:
    """What is known of words in numbers: words x (state of the reader, vector of the lemma, the reader's certainty)."""
    states = np.stack([doc._.reading.states[word.idx] for word in words])
    return np.concatenate(
        [states, vectors([vector_row(word.lemma_) for word in words]), _event_confidences(doc, words)], axis=1
    )


def _event_confidences(doc: Doc, words: Sequence[Token]) -> NDArray[np.float32]:
    """How sure the reader is that an event is named at each word, 0 where it names none: words x 1."""
    found = np.zeros((len(words), 1), dtype=np.float32)
    starts = [word.idx for word in words]
    ends = [word.idx + len(word) for word in words]
    for span in doc._.reading.spans:
        if span.type == _EVENT:
            met = slice(bisect_right(ends, span.start), bisect_left(starts, span.end))
            found[met] = np.maximum(found[met], span.confidence)
    return found
