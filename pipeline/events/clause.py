"""The clause of a trigger: the predicate that carries it, the predicates above, the participles at its side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from pipeline.events.arguments.verb_forms import ATTRIBUTIVE
from pipeline.events.candidate import Candidate
from pipeline.events.cues import default_cues
from pipeline.events.phrases import fold
from pipeline.events.predicate import find_predicate, is_argument, is_participle, is_predicate, prepositions_of
from pipeline.events.word_features import feature
from pipeline.language.features import case_of
from pipeline.language.sentences import sentence_of

# Prepositions of what something takes place at.
DURING = frozenset({"в", "во", "на"})
_MAX_UP = 6
_CLAUSE_BREAKS = frozenset(";:.?!—")


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A trigger with what governs it.

    Attributes:
        doc: the article.
        candidate: the trigger.
        head: its governing token.
    """

    doc: Doc
    candidate: Candidate

    @property
    def head(self) -> Token:
        """The token of the trigger that the tree hangs on."""
        return self.doc[self.candidate.head]

    @cached_property
    def is_verbal(self) -> bool:
        """Whether the trigger is a verb form."""
        return self.head.pos_ in {"VERB", "AUX"} or feature(self.head, "VerbForm") != ""

    @cached_property
    def top(self) -> Token:
        """The noun that stands for the event in its clause: «этап» of «второй этап обмена», a first conjunct."""
        top = self.head
        for word, below in self.path_up:
            conjunct = below.dep_ == "conj" and not is_predicate(word) and word.pos_ in {"NOUN", "PROPN"}
            stage = fold(word.lemma_) in default_cues().stage
            if not (conjunct or stage) or is_predicate(word):
                break
            top = word
        return top

    @cached_property
    def predicate(self) -> Token | None:
        """The verb form whose tense and negation are the event's: the trigger itself, or what its noun depends on."""
        if self.is_verbal:
            return self.head
        return find_predicate(self.top, default_cues())

    @cached_property
    def is_direct(self) -> bool:
        """Whether the event noun is subject or object of its predicate, not a circumstance."""
        return self.is_verbal or (self.predicate is not None and is_argument(self.top, self.predicate))

    @cached_property
    def is_during(self) -> bool:
        """Whether the event noun says at what the predicate takes place: «на заседании доложит», «прибыл с визитом»."""
        if self.is_direct:
            return False
        found = set(prepositions_of(self.top))
        instrument = not found and case_of(self.top) == "Ins"  # «открывается спектаклем»
        return instrument or bool(found & DURING) or ("с" in found and self.candidate.type == "visit")

    @cached_property
    def path_up(self) -> tuple[tuple[Token, Token], ...]:
        """Governors from near to far, each with the token below it, inside the sentence."""
        found: list[tuple[Token, Token]] = []
        below = self.head
        while below.head != below and len(found) < _MAX_UP:
            found.append((below.head, below))
            below = below.head
        return tuple(found)

    @cached_property
    def attributes(self) -> tuple[Token, ...]:
        """Participles and verbs of relative clauses that belong to the event noun."""
        if self.is_verbal:
            return ()
        found = [c for c in self.head.children if c.dep_ in ATTRIBUTIVE and (is_predicate(c) or c.pos_ == "ADJ")]
        if not any(is_predicate(c) for c in found):
            found.extend(self._attributes_beside())
        return tuple(found)

    def _attributes_beside(self) -> Iterator[Token]:
        """A participle that agrees with the noun though the tree hangs it elsewhere: «сессии, запланированной на …»."""
        end = min(self.head.i + 14, sentence_of(self.head).end)
        for token in self.doc[self.head.i + 1 : end]:
            if token.text in _CLAUSE_BREAKS:
                return
            if is_participle(token) and case_of(token) == case_of(self.head) and _agree(token, self.head):
                yield token
                return

    @cached_property
    def governors(self) -> tuple[Token, ...]:
        """Words that the predicate's clause depends on: «намерен» посетить, «слухи» о том, что …, near ones first."""
        start = self.predicate if self.predicate is not None else self.head
        found: list[Token] = []
        below = start
        while below.head != below and len(found) < _MAX_UP:
            if below.dep_ in {"conj", "parataxis"} and feature(below, "VerbForm") == "Fin":
                break
            found.append(below.head)
            below = below.head
        return tuple(found)

    @cached_property
    def segment(self) -> tuple[Token, ...]:
        """Tokens of the sentence between the semicolons around the trigger."""
        sentence = sentence_of(self.head)
        low = max((t.i + 1 for t in sentence if t.text == ";" and t.i < self.head.i), default=sentence.start)
        high = min((t.i for t in sentence if t.text == ";" and t.i > self.head.i), default=sentence.end)
        return tuple(self.doc[low:high])


def _agree(participle: Token, noun: Token) -> bool:
    number, gender = feature(participle, "Number"), feature(participle, "Gender")
    if number and feature(noun, "Number") and number != feature(noun, "Number"):
        return False
    return not gender or not feature(noun, "Gender") or number == "Plur" or gender == feature(noun, "Gender")
