"""The three steps one after another: from the words of an article to its calendar expressions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from pipeline.language.words import Tokens
from pipeline.mentions.dates.atoms import find_atoms
from pipeline.mentions.dates.checks.by_pattern import holds
from pipeline.mentions.dates.checks.line_heads import heading_stamp
from pipeline.mentions.dates.composition.compose import compose
from pipeline.mentions.dates.interpret import interpret
from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Candidate, Surroundings, choose
from pipeline.mentions.dates.resolution.in_order import resolve_readings
from pipeline.records.annotations import TemporalExpression

_BARE_CLOCK = {"clock"}
_STAMPS = {"clock", "clock-stamp"}
_PARTIAL = {"before-day", "eve-of-day", "part-bound", "step-elided"}
_AT_A_WEEKDAY = {"in", "at", "from", "until", "towards", "by"}
_AT_A_CLOCK = {"in", "towards", "from", "until", "about", "after", "at", "by"}


def find_dates(tokens: Tokens, published: dt.date | None) -> Iterator[TemporalExpression]:
    """Yield the calendar expressions of an article with their values, in order, without overlap.

    An expression of which nothing can be known («вчера» in an article without any date) has an empty value.
    """
    around = Surroundings(tokens=tokens, content=tokens.content, atoms=find_atoms(tokens))
    yield from resolve_readings(find_readings(around), around, published)


def find_readings(around: Surroundings) -> list[Reading]:
    """The first two steps: what stands there, and what it says by itself."""
    found = choose(around.atoms, lambda candidate: holds(candidate, around))
    return compose([_reading(candidate, around) for candidate in found], around)


def _reading(found: Candidate, around: Surroundings) -> Reading:
    """«16:40. Подъезжает фургон»: a time that heads its line is of the day that the lines above have come to."""
    rule, value = found.pattern.name, interpret(found)
    stamp = rule in _STAMPS and heading_stamp(found, around)
    return Reading(
        first=found.first, last=found.last, value=replace(value, base="document") if stamp else value, rule=rule,
        weak=not stamp and _weak(rule, found.first, around),
    )  # fmt: skip


def _weak(rule: str, first: int, around: Surroundings) -> bool:
    """«16:20» alone may be a score, «банная суббота» any one; with «в» or beside a day they are dates."""
    if rule in _PARTIAL:
        return True
    if rule == "weekday-abbreviated":
        return around.kind(first - 1) not in _AT_A_WEEKDAY
    if rule == "weekday":
        return around.kind(first - 1) == "word" and around.pos(first - 1) not in {"ADV", "VERB", "PART"}
    return rule in _BARE_CLOCK and around.kind(first - 1) not in _AT_A_CLOCK
