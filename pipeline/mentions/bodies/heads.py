"""Nouns that head the name of a body: «министерство», «суд», «УМВД»."""

from __future__ import annotations

from pipeline.mentions.candidates import Words
from pipeline.mentions.lexicon import NameLexicon


def head_strength(words: Words, index: int, lexicon: NameLexicon) -> str:
    """`acronym`, `strong` or `weak` for a word that heads the name of one body; empty for any other word."""
    lemma = words.lemma(index)
    if words.text(index) in lexicon.acronym_heads:
        return "acronym"
    if words.pos(index) not in {"NOUN", "PROPN"}:
        return ""
    if words.text(index - 1) in {"«", '"', "„"} and words.text(index + 1) in {"»", '"', "“"}:
        return ""
    if words.feature(index, "Number") == "Plur" and lemma not in lexicon.plural_heads:
        return ""
    return next((strength for strength in ("strong", "weak") if lemma in lexicon.body_heads[strength]), "")


def is_excluded(words: Words, head: int, lexicon: NameLexicon) -> bool:
    """«Лига чемпионов», «совет директоров»: a contest, a part of any company."""
    return any(
        f"{words.lemma(head)} {behind}" in lexicon.not_body_phrases
        for behind in (words.lower(head + 1), words.lemma(head + 1))
    )
