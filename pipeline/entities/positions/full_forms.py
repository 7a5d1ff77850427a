"""One post under one name: «гендиректор» and «зампред» in full, so that a table of posts can be grouped."""

from __future__ import annotations

from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import fold

_OF_STATES = frozenset({"премьер"})  # the «премьер» of a theatre is a dancer


def in_full(position: str, *, of_state: bool = True) -> str:
    """A post in the nominative with its clipped words spelt out, in lower case.

    Args:
        position: the post as the text clips it: «первый зампред».
        of_state: whether it is a post of a state or of nobody that is told, not of a theatre or company.

    Example: `in_full("первый зампред")` is «первый заместитель председателя».
    """
    full = post_lexicon().full
    words = []
    for word in position.lower().replace("и. о.", "и.о.").split():
        lemma = fold(word)
        spelt = full.get(lemma, "") if of_state or lemma not in _OF_STATES else ""
        words.append(spelt or word)
    return " ".join(words)
