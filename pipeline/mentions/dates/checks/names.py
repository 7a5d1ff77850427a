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
    "earlier",
    "later",
}
_CLAUSE = 5  # words behind a season, its verb among them
_CLAUSE_ENDS = {"break", "dot", "comma"}
_SEASON_ADVERBS = {"весной", "летом", "осенью", "зимой", "весною", "зимою"}


_NUMBERS = {"ordinal_word", "ordinal_day", "cardinal_word", "n1", "n10", "n13", "n25", "year", "ordinal_year"}
_REST = 3  # atoms of a title that is a day, before its month
_OPENING, _CLOSING = frozenset('«"“„'), frozenset('»"”“')


def no_title(candidate: Candidate, around: Surroundings) -> bool:
    """Not the film «Третье сентября»; «Завтра», — сказал он."""
    after = candidate.last
    if around.kind(after) != "sign" or around.kind(after + 1) == "comma" or around.text(after) not in _CLOSING:
        return True
    before = candidate.first - 1
    while around.kind(before) in _NUMBERS and before > candidate.first - _REST:
        before -= 1
    lower = around.text(before + 1)[:1].islower()  # «с 2025 по 2032 год» are words quoted
    return lower or around.kind(before) != "sign" or around.text(before) not in _OPENING


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
    if around.text(candidate.last)[:1].isupper():
        return False  # «зимние Игры»
    near = (around.lemma(candidate.last), around.lemma(candidate.last + 1))
    return near[0] in nouns or (near[1] in nouns and around.pos(candidate.last) == "ADJ")


def season_governed(candidate: Candidate, around: Surroundings) -> bool:
    """«летом», «на осень», «не раньше лета», «Зима выдалась снежной», not «Лето пройдёт»."""
    word = around.text(candidate.first).lower()
    governed = word in _SEASON_ADVERBS or around.kind(candidate.first - 1) in _SEASON_PREPOSITIONS
    return governed or _season_was(candidate, around)


def _season_was(candidate: Candidate, around: Surroundings) -> bool:
    """«Весна у завода не задалась»: a season that is over, told by what came of it."""
    if around.feature(candidate.first, "Case") != "Nom" or around.kind(candidate.last) in _CLAUSE_ENDS:
        return False
    verbs = load_contexts()["season_verb"]
    near = range(candidate.last, candidate.last + _CLAUSE)
    return any(around.lemma(i) in verbs and around.feature(i, "Tense") == "Past" for i in near)
