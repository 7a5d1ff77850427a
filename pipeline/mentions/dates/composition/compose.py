"""Neighbouring values that are one expression, in order: origins, ranges of hours, neighbours, adjectives, ranges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.mentions.dates.composition.adjectives import join_adjectives
from pipeline.mentions.dates.composition.neighbours import join_neighbours, with_zone
from pipeline.mentions.dates.composition.open_ranges import opened
from pipeline.mentions.dates.composition.origins import counted_from_noun, join_origins
from pipeline.mentions.dates.composition.ranges import MAX_CLAUSE, inherit, join_ranges
from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings
from pipeline.mentions.dates.values import CalendarValue


def compose(readings: Sequence[Reading], around: Surroundings) -> list[Reading]:
    """Join what belongs together, drop what is nothing alone."""
    joined = [found for group in _neighbours(readings) for found in _joined(group, around)]
    return [opened(r, around) for r in _elided(joined) if not (r.weak or _halves_nothing(r.value))]


def _elided(readings: Sequence[Reading]) -> Iterator[Reading]:
    """«В прошлом году утонули 12 человек, в позапрошлом — 20»: the second is a year because the first is."""
    before: Reading | None = None
    for reading in readings:
        year = before is not None and before.value.level == "year" and reading.first - before.last <= MAX_CLAUSE
        before = reading._replace(weak=False) if reading.rule == "step-elided" and year else reading
        yield before


def _neighbours(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    """Groups that stand near enough for a join, most of them of one."""
    group: list[Reading] = []
    for reading in readings:
        if group and reading.first - group[-1].last > MAX_CLAUSE:
            yield group
            group = []
        group.append(reading)
    if group:
        yield group


def _joined(group: list[Reading], around: Surroundings) -> list[Reading]:
    if len(group) == 1:
        return [counted_from_noun(group[0], around)]
    counted = [with_zone(counted_from_noun(r, around), around) for r in join_origins(group)]
    hours = join_ranges(counted, around, levels={"clock"})
    joined = join_neighbours(hours, around)
    joined = join_adjectives(joined, around)
    joined = join_neighbours(join_ranges(joined, around), around)
    return inherit(joined, around)


def _halves_nothing(value: CalendarValue) -> bool:
    return value.level == "half" and not value.has_year and not value.unit and value.century is None
