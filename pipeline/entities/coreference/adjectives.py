"""The country, place or body that an adjective is made of: «белорусский», «киргизский»."""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.entities.spans import NamedSpans, fold

_ENDING = re.compile(r"(?:ианский|анский|енский|инский|овский|евский|ийский|нский|ский|цкий|зский)$")
_MIN_STEM = 4


def country_of_adjective(named: NamedSpans, token: Token) -> str | None:
    """Key of the place whose adjective the word is: an adjective mention, else one stem with a named place."""
    adjective = named.adjective_at(token.i)
    if adjective is not None or named.at(token.i) is not None:
        return adjective.entity if adjective is not None else None
    lemma = fold(token.lemma_)
    if token.pos_ != "ADJ" or not lemma.endswith("кий"):
        return None
    stem = _ENDING.sub("", lemma)
    if len(stem) < _MIN_STEM:
        return None
    for entity in named.entities.values():
        if entity.type in {"person", "organization"}:
            continue
        if any(fold(name.lower()).startswith(stem) for name in (entity.name, *entity.aliases)):
            return entity.key
    return None
