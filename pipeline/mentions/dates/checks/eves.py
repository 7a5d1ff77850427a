"""Checks of «накануне»: yesterday, or the eve of what stands behind it."""

from __future__ import annotations

from pipeline.language.dictionary import is_plural_subject
from pipeline.mentions.dates.checks.word_kinds import is_genitive
from pipeline.mentions.dates.recognise import Candidate, Surroundings

_NUMBERS = {"n1", "n10", "n13", "n25"}  # that may be days
_PHRASE = 4  # words of a noun and its adjectives
_SAME_IN_FOUR_CASES = ("ой", "ей")


def no_genitive(candidate: Candidate, around: Surroundings) -> bool:
    """«Накануне он прибыл», not «накануне саммита», «накануне 21-го заседания», «накануне важной встречи»."""
    after = candidate.last
    if around.kind(after) in _NUMBERS or _ranks(after, around):
        return False
    feminine = around.pos(after) == "ADJ" and around.text(after).endswith(_SAME_IN_FOUR_CASES)
    of_what = is_genitive(after + 1 if feminine else after, around, {"NOUN", "ADJ", "DET"})
    return not of_what or _is_subject(after, around)


def _ranks(index: int, around: Surroundings) -> bool:
    """«накануне [21-го] заседания», not «накануне 21-й канал показал»."""
    ranked = around.kind(index).startswith("ordinal") and around.text(index)[0].isdigit()
    return ranked and is_genitive(index + 1, around, {"NOUN", "ADJ"})


def _is_subject(index: int, around: Surroundings) -> bool:
    """«Накануне её поезд опоздал», «накануне М. Белов уехал», «приехавшего накануне вице-губернатора»."""
    if len(around.text(index)) == 1 and around.kind(index + 1) == "dot":
        return True
    noun = next((i for i in range(index, index + _PHRASE) if around.pos(i) not in {"ADJ", "DET"}), index)
    if around.pos(noun + 1) == "VERB" and around.feature(noun + 1, "Number") == "Plur":
        return is_plural_subject(around.text(noun))  # «Накануне стороны обменялись», not «накануне форума прибыли»
    nominative = around.feature(noun, "Case") == "Nom" and around.feature(noun, "Number") == "Sing"
    return nominative or around.feature(noun, "Animacy") == "Anim"


def eve_of_noun(candidate: Candidate, around: Surroundings) -> bool:
    """«накануне форума», where the article tells the day of the forum."""
    after = candidate.last
    return around.kind(after) == "word" and is_genitive(after, around, {"NOUN"})
