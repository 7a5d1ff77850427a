"""Checks of decades and centuries: not numbers of things."""

from __future__ import annotations

from pipeline.mentions.dates.checks.word_kinds import NOMINAL, PREPOSITIONS
from pipeline.mentions.dates.recognise import Candidate, Surroundings


def round_decade(candidate: Candidate, around: Surroundings) -> bool:
    """«1980–1990-е годы», not «1985–1990-е»."""
    return int(candidate.groups["decade"].value) % 10 == 0


def decade_alone(candidate: Candidate, around: Surroundings) -> bool:
    """«в начале девяностых», «в лихие девяностые», not «в сороковых числах», «шестидесятые номера»."""
    after = candidate.last
    case = around.feature(candidate.first, "Case")
    agreeing = around.pos(after) in NOMINAL and around.feature(after, "Case") == case
    agreeing = agreeing and around.feature(after, "Number") != "Sing"  # «в девяностые завод закрыли»
    if around.kind(after) == "term" or agreeing:
        return False
    before = candidate.first - 1
    if decade_of(candidate, around):
        return True
    if around.kind(before) == "word" and around.pos(before) in {"ADJ", "DET"}:
        before -= 1
    return around.kind(before) in {*PREPOSITIONS, "edge"}


def plural_decade_alone(candidate: Candidate, around: Surroundings) -> bool:
    """«к 2040-м» is the decade, «к 2040-му» the year."""
    form = around.text(candidate.last - 1).lower()
    return int(candidate.groups["decade"].value) % 10 == 0 and form.endswith("м")


def decade_of(candidate: Candidate, around: Surroundings) -> bool:
    """«бандиты 90-х», «хиты восьмидесятых», «в лихие 90-е», not «таблетки 50-х номеров», «20-х годов»."""
    before, after = candidate.first - 1, candidate.last
    free = around.pos(after) not in NOMINAL or around.feature(after, "Case") not in {"Gen", "Loc", ""}
    if not free or around.kind(before) != "word":
        return False
    if around.pos(before) == "ADJ":
        return around.feature(before, "Number") == "Plur" and around.kind(before - 1) == "in"
    return around.pos(before) in {"NOUN", "PROPN"} and around.text(after - 1).lower().endswith("х")


def plural_decade(candidate: Candidate, around: Surroundings) -> bool:
    """«к 2050-м годам», not «в 2050-м году»."""
    plural = around.text(candidate.last - 1).lower() in {"годам", "годах", "годы", "годов", "годами"}
    return plural and int(candidate.groups["decade"].value) % 10 == 0


def known_century(candidate: Candidate, around: Surroundings) -> bool:
    """Centuries go from I to XXI, before our era back to X."""
    if "bce" in candidate.groups and int(candidate.groups["century"].value) > 10:
        return False
    return all(1 <= int(a.value) <= 22 for name, a in candidate.groups.items() if name.endswith("century"))


def centuries_rise(candidate: Candidate, around: Surroundings) -> bool:
    """«XIX и XX веков» are one stretch, «XVI и XIX веков» two; before our era they fall («V–IV веков до н. э.»)."""
    first, last = int(candidate.groups["century"].value), int(candidate.groups["to_century"].value)
    if "bce" in candidate.groups:
        first, last = -first, -last
    joined = any(around.kind(i) == "and" for i in range(candidate.first, candidate.last))
    return last == first + 1 if joined and around.kind(candidate.first) != "from" else last > first
