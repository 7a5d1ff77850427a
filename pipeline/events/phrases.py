"""Words and phrases of the lexicons as patterns over tokens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from spacy.tokens import Doc, Token

from pipeline.events.word_features import case_of, feature
from pipeline.language.backends import morph_analyzer

_CASES = {
    "nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc",
    "gen2": "Gen", "loc2": "Loc",
}  # fmt: skip
_DIRECT = frozenset({"Nom", "Acc", "Gen"})  # object, passive subject, object of a negated verb
_OBJECT = frozenset({"Nom", "Acc"})
PREPOSITIONS = frozenset(
    "в во на с со к ко о об от из из-за из-под за под по при перед до у над через против для между без".split(" ")  # noqa: SIM905
)
_ATTRIBUTES = frozenset({"ADJ", "DET", "NUM"})
_MAX_ATTRIBUTES = 3
_FOLDED = "svodka.folded_lemmas"
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"})


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word of a lexicon.

    Attributes:
        lemmas: what a token's lemma may be.
        plurals: what it may be if the token is plural: «учения» is not «учение», and «выборы» no «выбор».
        is_plural: whether it is written as a plural: «переговоры».
        cases: the cases that the written form stands for.
    """

    text: str
    lemmas: frozenset[str]
    plurals: frozenset[str]
    is_plural: bool
    cases: frozenset[str]

    @cached_property
    def openings(self) -> frozenset[str]:
        """Lemmas of the tokens that can be this word: a quick look before `matches_word`."""
        return self.lemmas | self.plurals


Phrase = tuple[Word, ...]


@lru_cache(maxsize=1 << 14)
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
    plural_parses = [fold(p.normal_form) for p in parses if {"NOUN", "nomn", "plur"} in p.tag]
    plurals = {normal_form for normal_form in plural_parses if normal_form != folded}
    certain = bool(plurals) or fold(parses[0].normal_form) == folded
    return Word(
        text=text,
        lemmas=frozenset({folded} if certain else normal | {folded}),
        plurals=frozenset(plurals),
        is_plural=bool(plural_parses),
        cases=frozenset(_CASES[str(p.tag.case)] for p in parses if str(p.tag.case) in _CASES),
    )


@lru_cache(maxsize=20_000)
def read_phrase(text: str) -> Phrase:
    """Analyse a phrase: «в отставку», «телефонный разговор».

    Behind a preposition the case counts as written; without one an accusative or nominative stands for all cases of
    an object («закон»: «приняли закон», «закон принят», «не приняли закона»).
    """
    words = tuple(_any_number(read_word(word)) for word in text.split())
    if words[0].text.lower() in PREPOSITIONS:
        return words
    return tuple(replace(w, cases=w.cases | _DIRECT) if w.cases & _OBJECT else w for w in words)


def read_trigger(text: str) -> Phrase:
    """Analyse the words of an entry: its first word, written as a plural, means plurals only («выборы», «учения»)."""
    first, *others = text.split()
    return (read_word(first), *(_any_number(read_word(word)) for word in others))


def folded_lemmas(doc: Doc) -> list[str]:
    """The folded lemma of every token, made once a document: thousands of phrases are looked for in it."""
    found: list[str] | None = doc.user_data.get(_FOLDED)
    if found is None:
        found = doc.user_data[_FOLDED] = [_lexical(token) for token in doc]
    return found


def _lexical(token: Token) -> str:
    """The folded lemma as a lexicon writes it: «-летие» for «70-летие»."""
    lemma = fold(token.lemma_)
    return lemma.lstrip("0123456789") if lemma[:1].isdigit() and "-" in lemma else lemma


def _any_number(word: Word) -> Word:
    return replace(word, lemmas=word.lemmas | word.plurals)


def matches_word(token: Token, word: Word) -> bool:
    """Whether the token is a form of the word."""
    lemma = _lexical(token)
    if lemma in word.lemmas:
        return True
    return lemma in word.plurals and (feature(token, "Number") != "Sing" or fold(token.text) == fold(word.text))


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
        attribute = token.pos_ in _ATTRIBUTES or (token.pos_ == "VERB" and token.dep_ == "amod")
        if not attribute and not token.is_space:
            return -1
    return -1


def _has_case(token: Token, word: Word) -> bool:
    if not word.cases or token.pos_ not in _NOMINAL:
        return True
    return case_of(token) in word.cases | {""} or fold(token.text) == fold(word.text)
