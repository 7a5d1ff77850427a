"""Whether a text is Russian: letters that Russian lacks, and words that no Russian article lacks."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.readers.russian import russian

MIN_LETTERS = 20
MIN_WORDS = 40
_WORD = re.compile(r"[^\W\d_]+")


def foreign_reason(text: str) -> str:
    """Say why a text is not Russian; empty where it is.

    Measured on the news dumps: a Russian article has at least 50 % Cyrillic letters, at most 0.4 % Cyrillic letters
    from other alphabets, at most 0.9 % `ъ`, and at least 10 % function words. Names quoted in Ukrainian and whole
    English tweets stay within those bounds.
    """
    letters = Counter(character for character in text.lower() if character.isalpha())
    cyrillic = sum(count for letter, count in letters.items() if "\u0400" <= letter <= "\u052f")
    total = letters.total()
    if not total:
        return ""
    if cyrillic < (0.3 if total >= MIN_LETTERS else 0.01) * total:
        return f"only {cyrillic / total:.0%} of its letters are Cyrillic"
    return _other_cyrillic(letters, cyrillic) or _few_function_words(text)


def _other_cyrillic(letters: Counter[str], cyrillic: int) -> str:
    """Ukrainian і, ї, є, Belarusian ў, Kazakh қ, Serbian ј; Bulgarian has no letter of its own but ъ as a vowel."""
    others = sorted(x for x in letters if "\u0400" <= x <= "\u052f" and x not in russian().alphabet)
    share = sum(letters[x] for x in others) / cyrillic
    if share > 0.02:
        return f"{share:.0%} of its letters are not of the Russian alphabet: {' '.join(others[:5])}"
    if letters["ъ"] > 0.012 * cyrillic and letters["ы"] < letters["ъ"] and cyrillic >= MIN_LETTERS:
        return "ъ stands where Bulgarian has it"
    return ""


def _few_function_words(text: str) -> str:
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < MIN_WORDS:
        return ""
    cyrillic = [word for word in words if "\u0400" <= word[0] <= "\u052f"]
    share = sum(word in russian().function_words for word in cyrillic) / max(1, len(cyrillic))
    return f"only {share:.1%} of its words are common Russian ones" if share < 0.03 else ""
