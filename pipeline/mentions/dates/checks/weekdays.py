"""Checks of weekdays: one of them, not every one, nor surroundings («среда»)."""

from __future__ import annotations

from pipeline.mentions.dates.checks.word_kinds import PREPOSITIONS
from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.recognise import Candidate, Surroundings


def nth_week(candidate: Candidate, around: Surroundings) -> bool:
    """«первая неделя октября»; a month has five at most."""
    return int(candidate.groups["nth"].value) <= 5


def nth_weekday(candidate: Candidate, around: Surroundings) -> bool:
    """«третий вторник сентября»: a month has five at most."""
    return int(candidate.groups["nth"].value) <= 5


def nth_day(candidate: Candidate, around: Surroundings) -> bool:
    """«первый день месяца», «второй вторник месяца»; not every one, and a month has five weeks at most."""
    most = 5 if "weekday" in candidate.groups else 31
    if any(around.text(i).lower() in {"дни", "дней", "днях", "дням"} for i in range(candidate.first, candidate.last)):
        return False  # «последние дни мая»
    return int(candidate.groups["nth"].value) <= most and around.kind(candidate.first - 1) != "every"


def one_weekday(candidate: Candidate, around: Surroundings) -> bool:
    """«в пятницу», not «каждую пятницу», «Чёрная пятница», the channel «Пятница»."""
    before = candidate.first - 1
    if around.kind(before) == "at" and around.lemma(before - 1) in load_contexts()["fell_on"]:
        return False  # «1-е выпало на воскресенье»
    if around.kind(before) == "every" or around.lemma(before) in load_contexts()["weekday_epithet"]:
        return False
    named = around.content[candidate.groups["weekday"].start]
    return named.islower() or around.lowered(candidate.first) or around.kind(before) in PREPOSITIONS


def wednesday(candidate: Candidate, around: Surroundings) -> bool:
    """«в прошлую среду», «к следующей среде», not «в этой среде» (surroundings)."""
    kind = candidate.groups["weekday"].kind
    if kind == "wednesday_accusative":
        return around.kind(candidate.first) != "this_step" or around.kind(candidate.first - 1) in {"in", "at"}
    return kind == "weekday" or around.kind(candidate.first - 1) in {"until", "from", "towards"}


def weekday_short(candidate: Candidate, around: Surroundings) -> bool:
    """«в сб», not «ВС» (a body), «ср.» (compare), «пн-пт» (every week)."""
    beside = {around.kind(candidate.first - 1), around.kind(candidate.last)}
    told = around.kind(candidate.first - 1) == "in"  # «во вт — 6»
    return around.text(candidate.first).islower() and (told or not beside & {"dash", "glued_dash"})


def weekday_of_happening(candidate: Candidate, around: Surroundings) -> bool:
    """«в субботнем матче», «на воскресных парламентских выборах», not «воскресная школа», «субботняя газета»."""
    if around.kind(candidate.last) in {"part", "daytime"}:
        return True  # «субботним вечером»
    noun = candidate.last + (around.pos(candidate.last) == "ADJ")
    return around.pos(noun) == "NOUN" and around.lemma(noun) not in load_contexts()["weekday_habit"]


def at_weekend(candidate: Candidate, around: Surroundings) -> bool:
    """«в выходные», «на выходных», not «три выходных»."""
    if around.text(candidate.last - 1).lower() == "выходным" and around.kind(candidate.first - 1) == "by":
        return False  # «по выходным» is every one
    return "step" in candidate.groups or around.kind(candidate.first - 1) in {"in", "at", "by", "during", "towards"}


def whole_hour(candidate: Candidate, around: Surroundings) -> bool:
    """«в субботу в 11», not «в субботу в 11 школах»."""
    free = around.kind(candidate.last) not in {"percent", "glued_slash", "sign"}
    return free and around.pos(candidate.last) not in {"NOUN", "ADJ", "NUM", "PROPN", "X", "SYM"}
