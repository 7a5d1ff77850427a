"""The cue word of a list that speaks of an event: what governs its predicate, what is attribute of its noun."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.clause import Clause
from pipeline.events.phrases import fold
from pipeline.events.predicate import is_predicate
from pipeline.events.verb_tense import is_infinitive
from pipeline.events.word_features import feature
from pipeline.language.sentences import sentence_of

_BEFORE_INFINITIVE = 8  # words


def governing_word(clause: Clause, predicate: Token, lemmas: frozenset[str]) -> Token | None:
    """The word of the list that governs the predicate: by the tree, or the nearest one before an infinitive."""
    for word in clause.governors[:2]:
        if fold(word.lemma_) in lemmas and _governs(word, predicate):
            return word
    if not is_infinitive(predicate):
        return None
    start = max(sentence_of(predicate).start, predicate.i - _BEFORE_INFINITIVE)
    before = reversed(list(clause.doc[start : predicate.i]))
    for token in before:
        if token.text in {";", ":", "—"}:
            return None
        if fold(token.lemma_) in lemmas:
            return token
        if is_predicate(token) and feature(token, "VerbForm") == "Fin":
            return None
    return None


def _governs(word: Token, predicate: Token) -> bool:
    """«[слухи] о том, что встретятся», but «[решил] и встретился» does not: a finite verb needs a conjunction."""
    if is_infinitive(predicate):
        return True
    return any(
        t.lower_ in {"что", "чтобы", "о"} for t in predicate.doc[min(word.i, predicate.i) : max(word.i, predicate.i)]
    )


def attribute_among(clause: Clause, lemmas: frozenset[str]) -> Token | None:
    """The participle or relative verb of the list that speaks of the event noun: «визит, [отложенный] на май»."""
    return next((word for word in clause.attributes if fold(word.lemma_) in lemmas), None)
