"""Adjectives whose year stands behind their noun: «декабрьский саммит прошлого года»."""

from __future__ import annotations

from pipeline.mentions.dates.composition.merge import merge_values
from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings

_MAX_BETWEEN = 3
_MAX_NAMED = 9  # atoms of a journal, its name and its signs


def join_adjectives(readings: list[Reading], around: Surroundings) -> list[Reading]:
    """«декабрьском саммите прошлого года»: the year stands behind the noun."""
    found: list[Reading] = []
    for reading in readings:
        before = found[-1] if found else None
        if before and (_adjective_with_year(before, reading, around) or _issue_with_year(before, reading, around)):
            value = merge_values(before.value, reading.value)
            found[-1] = before._replace(last=reading.last, value=value, rule=f"{before.rule}+{reading.rule}")
        else:
            found.append(reading)
    return found


def _adjective_with_year(first: Reading, second: Reading, around: Surroundings) -> bool:
    between = range(first.last, second.first)
    return (
        _may_be_of(first, second)
        and 1 <= len(between) <= _MAX_BETWEEN
        and all(around.kind(i) == "word" and around.pos(i) in {"NOUN", "ADJ", "PROPN"} for i in between)
        and around.text(second.last - 1).lower() in {"года", "г", ".", "году"}
    )


def _may_be_of(first: Reading, second: Reading) -> bool:
    """The adjective of a month or season, and a single year."""
    adjective = first.rule in {"month-adjective", "season-adjective"}
    return adjective and second.value.level == "year" and second.value.end is None


def _issue_with_year(first: Reading, second: Reading, around: Surroundings) -> bool:
    """«в июльском номере журнала „Костёр“ за 1961 год»: the name of the journal stands between."""
    between = range(first.last, second.first)
    return (
        _may_be_of(first, second)
        and 1 < len(between) <= _MAX_NAMED
        and around.lemma(first.last) in load_contexts()["issue"]
        and around.kind(second.first - 1) == "during"
        and not any(around.kind(i) in {"comma", "dot", "break"} for i in between)
    )
