"""Which house a name speaks of: «Костромская областная дума», but not «Счётная палата» or «совет директоров»."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.spans import fold
from pipeline.language.backends import morph_analyzer

_ADJECTIVES = ("ый", "ий", "ой", "ого", "его")


def speaks_of(name: str, wanted: Collection[str]) -> bool:
    """Whether a name has one of the lemmas, or one of the phrases, and no word of another council."""
    words = [word.strip('«»„“",.()') for word in fold(name.lower()).split()]
    if any(" " in phrase and f" {phrase} " in f" {' '.join(words)} " for phrase in wanted):
        return True
    if description_lexicon().parliaments & set(wanted) and _is_other_council(words):
        return False
    return any(lemma in wanted for word in words for lemma in _lemmas(word))


def _is_other_council(words: list[str]) -> bool:
    """«Счётная палата», «комитет Госдумы», «Совет Ассамблеи», but not «Совет депутатов» or «Верховный совет страны»."""
    lemmas = [_lemmas(word) for word in words]
    if any(each & description_lexicon().other_councils for each in lemmas):
        return True
    return any(
        "совет" in each
        and words[index + 1] not in {"депутатов", ""}
        and not (index and words[index - 1].endswith(_ADJECTIVES))
        for index, each in enumerate(lemmas[:-1])
    )


@lru_cache(maxsize=5_000)
def _lemmas(word: str) -> frozenset[str]:
    """All lemmas a word can have, and the word itself."""
    return frozenset({word, *(fold(str(parse.normal_form)) for parse in morph_analyzer().parse(word))})
