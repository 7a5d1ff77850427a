"""Whether a text is Russian: letters that Russian lacks, and words that no Russian article lacks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.readers.decoding import plausibility
from pipeline.readers.russian import russian

MIN_LETTERS = 20
MIN_WORDS = 40
_WORD = re.compile(r"[^\W\d_]+")
_VOWEL_SIGN = re.compile(r"ъ(?:[^еёюяи]|$)")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")


def foreign_reason(text: str) -> str:
    """Say why a text is not Russian; empty where it is, or where nothing can be said.

    Measured on the news dumps: a Russian article has at least half of its letters in Cyrillic, hardly a word with a
    letter of another alphabet, and at least a tenth function words. Names quoted in Ukrainian and
    whole English tweets stay within the bounds.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    letters = sum(map(len, words))
    cyrillic = len(_CYRILLIC.findall(text))
    if not letters:
        return ""
    if cyrillic < (0.2 if letters >= MIN_LETTERS else 0.01) * letters:
        return f"only {cyrillic / letters:.0%} of its letters are Cyrillic"
    ours = [word for word in words if _CYRILLIC.match(word)]
    return _other_alphabet(ours) or _bulgarian(ours) or _few_common_words(ours)


def _other_alphabet(words: Sequence[str]) -> str:
    """Ukrainian «зустріч», Belarusian «сустрэча ў Мінску», Kazakh «кездесуі», Serbian «састанак је».

    Such words outnumber the common Russian ones; or there are some, and `ы`, which Southern Slavic and Ukrainian
    lack, is nowhere. «В Киеве открыли выставку Олексія Їжакевича» stays Russian.
    """
    known = russian().alphabet
    foreign = [word for word in words if not known.issuperset(word)]
    outnumbered = len(foreign) > max(0.08 * len(words), _common(words))
    without_y = len(foreign) > 0.05 * len(words) and sum(map(len, words)) >= 100 and not any("ы" in w for w in words)
    if not (outnumbered or without_y):
        return ""
    letters = sorted({letter for word in foreign for letter in word} - known)
    return f"{len(foreign) / len(words):.0%} of its words have letters like {' '.join(letters[:5])}"


def _bulgarian(words: Sequence[str]) -> str:
    """Bulgarian has no letter of its own, but `ъ` before consonants: «външните», «зърно»; Russian «съезд»."""
    vowels = [word for word in words if _VOWEL_SIGN.search(word)]
    return "ъ stands where Bulgarian has it" if len(vowels) >= max(2, 0.03 * len(words)) else ""


def _common(words: Sequence[str]) -> int:
    return sum(word in russian().function_words for word in words)


def _few_common_words(words: Sequence[str]) -> str:
    """A language in Russian letters alone; a Russian list («1 – Большая арена. 2 – …») lacks them too, but reads so."""
    share = _common(words) / max(1, len(words))
    if len(words) < MIN_WORDS or share >= 0.03 or plausibility(" ".join(words)) >= 0.6:
        return ""
    return f"only {share:.1%} of its words are common Russian ones"
