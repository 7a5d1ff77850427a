"""Cases of words: what the tagger says, what their forms allow."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from spacy.tokens import Token

from pipeline.language.backends import morph_analyzer
from pipeline.language.features import case_of

_UD_CASES = {
    "nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc", "voct": "Nom",
    "gen1": "Gen", "gen2": "Gen", "acc2": "Acc", "loc1": "Loc", "loc2": "Loc",
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _cases_of_form(form: str, lemma: str) -> frozenset[str]:
    parses = [parse for parse in morph_analyzer().parse(form) if parse.tag.case]
    own = [parse for parse in parses if parse.normal_form == lemma] or parses
    return frozenset(_UD_CASES[parse.tag.case] for parse in own)


def form_cases(token: Token) -> frozenset[str]:
    """Cases that the form of a word can be in, whatever the tagger took it for: «директора» Gen and Acc."""
    return _cases_of_form(token.lower_, token.lemma_) or cases_of([token])


def cases_of(tokens: Iterable[Token]) -> frozenset[str]:
    """Cases that the words of a name stand in; empty where none is marked."""
    return frozenset(case for token in tokens if (case := case_of(token)))
