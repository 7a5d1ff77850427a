"""One post under one name: «гендиректор» and «зампред» in full, so that a table of posts can be grouped."""

from __future__ import annotations

from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import fold

_OF_STATES = frozenset({"премьер"})  # the «премьер» of a theatre is a dancer


def in_full(position: str, *, of_state: bool = True) -> str:
    """A post in the nominative with its clipped words spelt out; capitals stay.

    Args:
        position: the post as the text clips it: «первый зампред».
        of_state: whether it is a post of a state or of nobody that is told, not of a theatre or company.

    Example: `in_full("первый зампред")` is «первый заместитель председателя».
    """
    full = post_lexicon().full
    words = []
    for word in position.split():
        lemma = fold(word.lower())
        spelt = full.get(lemma, "") if of_state or lemma not in _OF_STATES else ""
        words.append(_like(word, spelt) if spelt else word)
    return " ".join(words)


def _is_form(word: str, lemma: str) -> bool:
    """Whether a word can be a case of a clipped word: all but its last letter, and two letters more or less."""
    return word.startswith(lemma[:-1]) and abs(len(word) - len(lemma)) <= 2


def _like(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def as_written(position: str, text: str) -> str:
    """A post in the nominative with the words that its text clips clipped again.

    Example: `as_written("полномочный представитель президента", "полпреда президента")` is «полпред президента».
    """
    written = [fold(word).removeprefix("экс-") for word in text.lower().split()]
    for clipped, spelt in post_lexicon().full.items():
        at = position.lower().find(spelt)
        if at >= 0 and any(_is_form(word, clipped) for word in written):
            return position[:at] + _like(position[at:], clipped) + position[at + len(spelt) :]
    return position
