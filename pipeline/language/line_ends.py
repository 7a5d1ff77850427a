"""Words that a narrow column cuts at the end of its lines: «встре-/ча», but «кто-/то» keeps its hyphen."""

from __future__ import annotations

import re

from pipeline.language.backends import morph_analyzer

_CUT = re.compile(r"([^\W\d_]+)[-\u2010\u00ad][ \t]*\r?\n[ \t]*([^\W\d_]+)")


def join_cut_words(text: str) -> str:
    """Join words over line ends; the dictionary decides about the hyphen, a capital behind it keeps it.

    «встре-/ча» is «встреча», «кто-/то» is «кто-то», «Нью-/Йорке» is «Нью-Йорке»; what the dictionary does not know
    either way is taken for a cut word.
    """
    return _CUT.sub(_joined, text)


def _joined(cut: re.Match[str]) -> str:
    first, second = cut[1], cut[2]
    if second[0].isupper() and not first.isupper():
        return f"{first}-{second}"
    known = morph_analyzer().word_is_known
    whole, hyphened = f"{first}{second}", f"{first}-{second}"
    return hyphened if known(hyphened.lower()) and not known(whole.lower()) else whole
