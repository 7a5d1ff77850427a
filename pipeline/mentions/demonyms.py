"""What the people of a state are called: «финн», «француженка» (the column `demonyms` of the gazetteer)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pipeline.mentions.gazetteer import Gazetteer, fold
from pipeline.mentions.gazetteer_in_use import load_gazetteer


def demonym_gender(lemma: str) -> str:
    """Gender of the person whom a demonym means, Masc or Fem; empty where the word is none."""
    return demonyms().get(fold(lemma), "")


def demonyms() -> Mapping[str, str]:
    """All of them with that gender, lower case, ё as е."""
    return _genders(load_gazetteer())


@cache
def _genders(gazetteer: Gazetteer) -> Mapping[str, str]:
    words = {fold(word) for entry in gazetteer.entries.values() for word in entry.demonyms}
    return {word: "Fem" if word.endswith("ка") else "Masc" for word in words}
