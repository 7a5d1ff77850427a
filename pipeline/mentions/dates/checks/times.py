"""Checks of clock times and parts of the day: not scores, lengths or prices."""

from __future__ import annotations

from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.recognise import Candidate, Surroundings


def adverbial(candidate: Candidate, around: Surroundings) -> bool:
    """«Днём прошло заседание», not «с каждым днём», «днём рождения», «поздней ночью»."""
    before, after = around.pos(candidate.first - 1), candidate.last
    if around.kind(candidate.first - 1) in {"from", "every", "by"} or before in {"ADP", "DET"}:
        return False
    return not (
        around.feature(after, "Case") == "Gen"
        and around.pos(after) in {"NOUN", "ADJ"}
        and around.kind(after) == "word"
        and around.kind(candidate.first) == "daytime"
    )


def clock_time(candidate: Candidate, around: Surroundings) -> bool:
    """«в 9:00», not «со счётом 10:12», «в 9.30 раза»."""
    groups = candidate.groups
    if int(groups["hour"].value) > 24 or ("minute" in groups and int(groups["minute"].value) > 59):
        return False
    score = load_contexts()["score"]
    if any(around.lemma(i) in score for i in range(max(0, candidate.first - 3), candidate.first)):
        return False
    dotted = any(around.kind(i) == "glued_dot" for i in range(candidate.first, candidate.last))
    return (
        not dotted or around.lemma(candidate.last) == "мск" or around.pos(candidate.last) not in {"NOUN", "NUM", "SYM"}
    )


def clock_hours(candidate: Candidate, around: Surroundings) -> bool:
    """«в 15 часов», not «около 5 часов», «до 10 часов» (lengths), «в двух часах езды»."""
    groups = candidate.groups
    if int(groups["hour"].value) > 24:
        return False
    if "part" in groups or "minute" in groups:
        return True
    singular_or_count = around.text(candidate.last - 1).lower() in {"час", "часа", "часов", "часам"}
    return around.kind(candidate.first) in {"in", "towards"} and singular_or_count


def clock_part(candidate: Candidate, around: Surroundings) -> bool:
    """«9 утра», «в два часа дня»; «два дня» is a length, «в два дня» at best too."""
    return candidate.groups["part"].kind != "day_genitive" and int(candidate.groups["hour"].value) <= 12
