"""The predicate of an event noun: by the tree, by a modal word or a copula, or the carrier verb beside it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.events.arguments.verb_forms import SUBJECTS
from pipeline.events.cues import StatusCues
from pipeline.events.phrases import fold
from pipeline.events.word_features import feature
from pipeline.language.features import case_of
from pipeline.language.sentences import sentence_of

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "csubj"})
_COMPLEMENTS = frozenset({"xcomp", "csubj", "csubj:pass"})
_NOT_ARGUMENTS = frozenset({"root", "conj", "parataxis", "appos", "advcl", "ccomp", "acl", "vocative", "nmod"})


def find_predicate(noun: Token, cues: StatusCues) -> Token | None:
    """The verb form that says what becomes of the noun, `None` where there is none."""
    governor = noun.head
    apart = any(t.text in {":", ";"} for t in noun.doc[min(governor.i, noun.i) : max(governor.i, noun.i)])
    if governor != noun and is_predicate(governor) and not apart:
        return _behind_modal(noun, governor)
    if governor != noun and noun.dep_ in SUBJECTS:
        copula = next((c for c in governor.children if fold(c.lemma_) == "быть"), None)
        if copula is not None:
            return copula
    return next(_carriers_beside(noun, cues), None)


def is_argument(noun: Token, predicate: Token) -> bool:
    """Whether the noun is subject or object of the predicate: no preposition, a direct case, no clause of its own."""
    if prepositions_of(noun):
        return False
    if noun.head == predicate and noun.dep_ in _NOT_ARGUMENTS:
        return False
    return noun.dep_ in _ARGUMENTS or case_of(noun) in {"Nom", "Acc", ""}


def prepositions_of(noun: Token) -> list[str]:
    """Prepositions that govern the noun."""
    found = [c.lower_ for c in noun.children if c.pos_ == "ADP" and c.i < noun.i]
    i = noun.i - 1
    while i > sentence_of(noun).start and noun.doc[i].pos_ in {"ADJ", "DET", "NUM"}:
        i -= 1
    before = noun.doc[i]
    if not found and i >= sentence_of(noun).start and before.pos_ == "ADP":
        found.append(before.lower_)
    return found


def _behind_modal(noun: Token, governor: Token) -> Token:
    """«Саммит должен состояться», «саммит решено отменить»: the infinitive behind the modal word."""
    modal = (c for c in governor.children if c.dep_ in _COMPLEMENTS and feature(c, "VerbForm") == "Inf")
    return next(modal, governor) if noun.dep_ in SUBJECTS else governor


def _carriers_beside(noun: Token, cues: StatusCues) -> Iterator[Token]:
    """A verb of beginning, moving, ... that agrees with a nominative in the same stretch of words."""
    if case_of(noun) != "Nom" or prepositions_of(noun):
        return
    for word in [*_behind(noun), *_before(noun)]:
        finite = word.pos_ in {"VERB", "AUX"} and feature(word, "VerbForm") != "Inf" and case_of(word) == ""
        if finite and fold(word.lemma_) in cues.carriers and agrees(word, noun):
            yield word


def _before(noun: Token) -> Iterator[Token]:
    for i in range(noun.i - 1, sentence_of(noun).start - 1, -1):
        if noun.doc[i].is_punct:
            return
        yield noun.doc[i]


def _behind(noun: Token) -> Iterator[Token]:
    """Words up to the next comma, with one insertion between commas left out: «забастовка, начатая в мае, идёт»."""
    commas = 0
    for token in noun.doc[noun.i + 1 : sentence_of(noun).end]:
        if token.is_punct and (token.text != "," or commas == 2):
            return
        commas += token.text == ","
        if commas != 1 and not token.is_punct:
            yield token


def agrees(verb: Token, noun: Token) -> bool:
    """Whether a verb form can have the noun as its subject, by number and gender."""
    number = feature(verb, "Number")
    same_number = not number or number == feature(noun, "Number")
    gender = feature(verb, "Gender")
    return same_number and (not gender or number == "Plur" or gender == feature(noun, "Gender"))


def is_participle(token: Token) -> bool:
    """Participles by the tagger, or by a lemma that is a verb."""
    return feature(token, "VerbForm") == "Part" or (token.pos_ == "ADJ" and token.lemma_.endswith(("ть", "ться", "ти")))


def is_predicate(token: Token) -> bool:
    """Finite verbs, infinitives, participles and predicative adjectives («намерен», «должен»)."""
    if token.pos_ in {"VERB", "AUX"} or is_participle(token):
        return True
    return token.pos_ == "ADJ" and feature(token, "Variant") == "Short"
