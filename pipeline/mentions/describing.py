"""Adjectives that a name at the beginning of a sentence seems to begin with: «Соседняя | Инта»."""

from __future__ import annotations

from pipeline.mentions.candidates import Words
from pipeline.mentions.lexicon import name_lexicon


def is_description(words: Words, index: int) -> bool:
    """Whether the word has its capital from the sentence and describes what is named behind it."""
    return words.lemma(index) in name_lexicon().describing_adjectives and words.opens_sentence(index)
