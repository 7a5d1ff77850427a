"""Names composed of shortened words: «Кыргызгидромет», «Госпромнадзор»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pipeline.language.inflection import is_plain_word
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon
from pipeline.mentions.stems import stem


def find_composed(words: Words) -> Iterator[Candidate]:
    """Yield names composed of shortened words: «Кыргызгидромет», «Госпромнадзор»."""
    for index, text in enumerate(words.texts):
        if (
            text[:1].isupper()
            and text[1:].islower()
            and (_is_composed(stem(text), words.lower(index)) or _is_bank(text))
        ):
            yield Candidate(first=index, last=index + 1, type="organization", source="rule.composed-name")


def _is_bank(text: str) -> bool:
    """«Уралпромбанк», «Белвнешэкономбанк», unlike «Центробанк» and other words of the dictionary."""
    shortened = stem(text)
    return shortened.endswith("банк") and len(shortened) > 6 and not is_plain_word(text)


@lru_cache(maxsize=1 << 14)
def _is_composed(shortened: str, word: str) -> bool:
    lexicon = name_lexicon()
    for start in lexicon.composed_starts:
        rest = shortened.removeprefix(start)
        if rest != shortened and any(rest == stem(end) or word == start + end for end in lexicon.composed_ends):
            return True
    return False
