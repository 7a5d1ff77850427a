"""Checks of months and seasons that may be names or attributes."""

from __future__ import annotations

from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.recognise import Candidate, Surroundings

_SEASON_PREPOSITIONS = {
    "at",
    "towards",
    "from",
    "until",
    "during",
    "by",
    "in",
    "whole",
    "after",
    "edge",
    "through",
    "and",
    "or",
}
_SEASON_ADVERBS = {"весной", "летом", "осенью", "зимой", "весною", "зимою"}


def in_lower_case(candidate: Candidate, around: Surroundings) -> bool:
    """«в мае», not «Май Абрикосов»."""
    return around.text(candidate.first)[:1].islower()


def lower_or_first(candidate: Candidate, around: Surroundings) -> bool:
    """«Весной» may open a sentence; inside of one a capital makes a name («кафе Весна»)."""
    return around.lowered(candidate.first)


def no_namesake(candidate: Candidate, around: Surroundings) -> bool:
    """«апрельские переговоры», not «Октябрьская революция» or «майский жук»."""
    return around.lowered(candidate.first) and around.lemma(candidate.last) not in load_contexts()["namesake"]


def season_noun(candidate: Candidate, around: Surroundings) -> bool:
    """«осенняя сессия» is a happening of that autumn, «зимняя резина» is not."""
    nouns = load_contexts()["season_noun"]
    near = (around.lemma(candidate.last), around.lemma(candidate.last + 1))
    return near[0] in nouns or (near[1] in nouns and around.pos(candidate.last) == "ADJ")


def season_governed(candidate: Candidate, around: Surroundings) -> bool:
    """«летом», «на осень», «до конца зимы», not «Лето пройдёт»."""
    word = around.text(candidate.first).lower()
    return word in _SEASON_ADVERBS or around.kind(candidate.first - 1) in _SEASON_PREPOSITIONS
