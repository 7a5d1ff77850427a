"""Cases that a name can stand in by its form: the tagger guesses at rare names, the declension does not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from spacy.tokens import Token

from pipeline.language.backends import morph_analyzer
from pipeline.language.features import case_of

_UNIVERSAL = {
    "nomn": "Nom", "gent": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc", "acc2": "Acc", "ablt": "Ins",
    "loct": "Loc", "loc2": "Loc", "voct": "Nom",
}  # fmt: skip
_NAME_LIKE = frozenset({"Name", "Surn", "Patr"})
# What the ending of a name that no dictionary knows leaves open; other endings fit any case.
_ENDINGS = {
    "а": "Nom Gen Acc", "я": "Nom Gen Acc", "у": "Dat Acc", "ю": "Dat Acc", "ом": "Ins", "ем": "Ins", "ым": "Ins",
    "ы": "Gen", "ой": "Gen Dat Ins Loc", "ей": "Nom Gen Dat Ins Loc", "ого": "Gen Acc", "ому": "Dat",
}  # fmt: skip


def same_case(first: str, second: str) -> bool:
    """Equal as far as known; the accusative looks like the genitive of persons and like the nominative of things."""
    return not first or not second or first == second or "Acc" in {first, second} <= {"Acc", "Gen", "Nom"}


def possible_cases(tokens: Iterable[Token]) -> frozenset[str]:
    """Cases that fit all words of a person's name: «Каримова» alone is a nominative or a genitive.

    Words that are not declined, initials and foreign ones fit every case; an empty set means that any case will do.
    """
    sets = [found for token in tokens if not _undeclined(token) and (found := _form_cases(token.lower_))]
    return frozenset.intersection(*sets) if sets else frozenset()


def _undeclined(token: Token) -> bool:
    """«Хошру», «Насралу» as the tagger sees them: no dative of a name that no dictionary knows."""
    ending = token.lower_.endswith(("у", "ю")) and case_of(token) == "Nom"
    return ending and not morph_analyzer().word_is_known(token.lower_)


@lru_cache(maxsize=20_000)
def _form_cases(form: str) -> frozenset[str]:
    if len(form) < 3 or not all("а" <= letter <= "ё" or letter == "-" for letter in form):
        return frozenset()
    analyzer = morph_analyzer()
    if not analyzer.word_is_known(form):
        return _cases_by_ending(form)
    tags = [parse.tag for parse in analyzer.parse(form)]
    names = [tag for tag in tags if _NAME_LIKE & set(tag.grammemes)] or [tag for tag in tags if tag.POS == "NOUN"]
    if any("Fixd" in tag for tag in names):
        return frozenset()
    return frozenset(_UNIVERSAL[tag.case] for tag in names if tag.number == "sing" and tag.case in _UNIVERSAL)


def _cases_by_ending(form: str) -> frozenset[str]:
    known = next((cases for ending, cases in _ENDINGS.items() if form.endswith(ending)), "")
    return frozenset(known.split())
