"""Words and phrases of the lexicons as patterns over tokens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

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


def _any_number(word: Word) -> Word:
    return replace(word, lemmas=word.lemmas | word.plurals)
