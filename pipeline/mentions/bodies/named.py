"""Whether a phrase is the name of one body: a capital, an adjective that is enough, a body of the place spoken of."""

from __future__ import annotations

from functools import cache

from pipeline.mentions.candidates import Words
from pipeline.mentions.gazetteer import Gazetteer
from pipeline.mentions.gazetteer_in_use import load_gazetteer
from pipeline.mentions.lexicon import NameLexicon


def is_named(words: Words, first: int, head: int, lexicon: NameLexicon) -> bool:
    """A capital, or an adjective that is enough by itself."""
    if any(words.lemma(i) in lexicon.body_adjectives_enough for i in range(first, head)):
        return True
    if _is_local(words, first, head, lexicon):
        return True
    return words.lemma(head) in lexicon.alone_heads or any(words.is_capital(i) for i in range(first, head + 1))


def _is_local(words: Words, first: int, head: int, lexicon: NameLexicon) -> bool:
    """A body of the place spoken of: «областное правительство», «городской суд»."""
    return first < head and words.lemma(head) in lexicon.local_heads and words.lemma(first) in lexicon.local_adjectives


def is_bare(words: Words, first: int, head: int, last: int, lexicon: NameLexicon) -> bool:
    """The capital comes from the beginning of the sentence: «Комиссия прибыла», «Совместная рабочая группа»."""
    if not words.opens_sentence(first):
        return False
    if any(words.is_capital(i) for i in range(first + 1, head + 1)):
        return False
    if first == head:
        return last <= head + 2 and words.lemma(head) not in lexicon.alone_heads
    lemma = words.lemma(first)
    if _is_local(words, first, head, lexicon):
        return False
    if lemma in lexicon.not_name_adjectives or (last == head + 1 and lemma in _nationalities(load_gazetteer())):
        return True
    return not (
        lemma in lexicon.body_adjectives
        or (lemma.endswith(("ский", "цкий", "ской", "цкой")) and not lemma.endswith("ческий"))
    )


@cache
def _nationalities(gazetteer: Gazetteer) -> frozenset[str]:
    """«Японская полиция» opening a sentence is no name."""
    entries = gazetteer.entries.values()
    return frozenset(adjective for entry in entries if entry.type == "country" for adjective in entry.adjectives)
