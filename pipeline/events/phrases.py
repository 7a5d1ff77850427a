"""Words and phrases of the lexicons as patterns over tokens, and the neighbourhood they are looked for in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from pipeline.language.backends import morph_analyzer

_CASES = {
    "nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc",
    "gen2": "Gen", "loc2": "Loc",
}  # fmt: skip
_DIRECT = frozenset({"Nom", "Acc", "Gen"})  # object, passive subject, object of a negated verb
_ATTRIBUTES = frozenset({"ADJ", "DET", "NUM"})
_MAX_ATTRIBUTES = 3
_MAX_GAP = 3
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a lexicon.

    Attributes:
        lemmas: what a token's lemma may be.
        plurals: what it may be if the token is plural: «учения» is not «учение», and «выборы» no «выбор».
        cases: the cases that the written form stands for.
    """

    text: str
    lemmas: frozenset[str]
    plurals: frozenset[str]
    cases: frozenset[str]


Phrase = tuple[Word, ...]


def fold(text: str) -> str:
    """Lower case with е for ё: texts and lexicons are not consistent in the letter."""
    return text.lower().replace("ё", "е")


@lru_cache(maxsize=20_000)
def read_word(text: str) -> Word:
    """Analyse a word as it is written in a lexicon.

    Example: «войск» matches the lemma «войско» in the genitive; «закон» its direct cases, «принять» any form.
    """
    parses = morph_analyzer().parse(text.lower())
    folded = fold(text)
    normal = {fold(parse.normal_form) for parse in parses}
    plurals = {fold(p.normal_form) for p in parses if {"NOUN", "nomn", "plur"} in p.tag} - {folded}
    lemmas = {folded} if folded in normal or plurals else normal | {folded}
    cases = frozenset(_CASES[str(p.tag.case)] for p in parses if str(p.tag.case) in _CASES)
    return Word(
        text=text,
        lemmas=frozenset(lemmas),
        plurals=frozenset(plurals),
        cases=_DIRECT if "Nom" in cases else cases,
    )


def read_phrase(text: str) -> Phrase:
    """Analyse a phrase: «в отставку», «телефонный разговор»."""
    return tuple(read_word(word) for word in text.split())


def matches_word(token: Token, word: Word) -> bool:
    """Whether the token is a form of the word."""
    lemma = fold(token.lemma_)
    if lemma in word.lemmas or fold(token.text) == fold(word.text):
        return True
    return lemma in word.plurals and feature(token, "Number") != "Sing"


def match_phrase(doc: Doc, phrase: Phrase, start: int, *, by_case: bool = False) -> tuple[int, ...]:
    """Token indices of the phrase's words from token `start` on, empty where it does not stand there.

    Attributes may stand between the words («под домашний арест»). With `by_case` nouns must have the case that the
    phrase is written in, so that «в отставку» does not match «в отставке».
    """
    found: list[int] = []
    at = start
    for word in phrase:
        at = _next_match(doc, word, at, skip=bool(found))
        if at < 0 or (by_case and not _has_case(doc[at], word)):
            return ()
        found.append(at)
        at += 1
    return tuple(found)


def _next_match(doc: Doc, word: Word, at: int, *, skip: bool) -> int:
    for i in range(at, min(at + 1 + _MAX_ATTRIBUTES * skip, len(doc))):
        token = doc[i]
        if matches_word(token, word):
            return i
        if token.pos_ not in _ATTRIBUTES and not token.is_space:
            return -1
    return -1


def _has_case(token: Token, word: Word) -> bool:
    if not word.cases or token.pos_ not in _NOMINAL:
        return True
    return case_of(token) in word.cases | {""}


def feature(token: Token, name: str) -> str:
    """A morphological feature («Case», «Tense», ...), empty where the word has none."""
    values = token.morph.get(name, [])
    return str(values[0]) if values else ""


def case_of(token: Token) -> str:
    """The tagged case («Nom», «Gen», ...), empty where there is none."""
    return feature(token, "Case")


def find_phrase_near(token: Token, phrase: Phrase) -> tuple[int, ...]:
    """Token indices of a phrase that belongs to the token: its complement, its subject, or what it is attribute of.

    Example: «подал заявление об отставке», «отставка, о которой он объявил»: the first is near «подал».
    """
    doc, sentence = token.doc, token.sent
    nominal = len(phrase) == 1 and token.pos_ in {"NOUN", "PROPN"}
    for start in _from_near(token, sentence.start, sentence.end):
        if start == token.i:
            continue
        found = match_phrase(doc, phrase, start, by_case=not nominal)
        if found and token.i not in found and belongs_to(doc[found[-1]], token):
            return found
    return ()


def _from_near(token: Token, start: int, end: int) -> Iterator[int]:
    for distance in range(1, 16):
        if token.i + distance < end:
            yield token.i + distance
        if token.i - distance >= start:
            yield token.i - distance


def belongs_to(word: Token, token: Token) -> bool:
    """Whether two words hang together: by the tree in at most three steps, or side by side without a break."""
    if word.head == token or token.head == word:
        return True
    if word.head.head == token and word.head.pos_ not in {"VERB", "AUX"}:
        return True
    return _adjacent(word, token)


def _adjacent(word: Token, token: Token) -> bool:
    low, high = sorted((word.i, token.i))
    between = [t for t in word.doc[low + 1 : high] if not t.is_space]
    return len(between) <= _MAX_GAP and not any(t.is_punct or t.pos_ in {"VERB", "SCONJ"} for t in between)
