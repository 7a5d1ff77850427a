"""The three steps one after another: from the words of an article to its calendar expressions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import compress, zip_longest

from pipeline.language.words import Tokens
from pipeline.mentions.dates.alphabet import character
from pipeline.mentions.dates.atoms import find_atoms
from pipeline.mentions.dates.checks import holds
from pipeline.mentions.dates.composition.compose import compose
from pipeline.mentions.dates.interpret import interpret
from pipeline.mentions.dates.outlook.standing import Standing, find_standing, moved_on
from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings, choose
from pipeline.mentions.dates.resolution.account import Account, first_dated
from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.resolution.resolve import Resolution, resolve
from pipeline.mentions.dates.resolution.spoken import spoken
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf
from pipeline.records.annotations import TemporalExpression

_BARE_CLOCK = {"clock"}
_PARTIAL = {"before-day", "eve-of-day", "part-bound"}
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
    readings = [
        Reading(
            first=c.first,
            last=c.last,
            value=interpret(c),
            rule=c.pattern.name,
            weak=_weak(c.pattern.name, c.first, around),
        )
        for c in choose(around.atoms, lambda candidate: holds(candidate, around))
    ]
    return compose(readings, around)


def _weak(rule: str, first: int, around: Surroundings) -> bool:
    """«16:20» alone may be a score, «банная суббота» any one; with «в» or beside a day they are dates."""
    if rule in _PARTIAL:
        return True
    if rule == "weekday-abbreviated":
        return around.kind(first - 1) not in _AT_A_WEEKDAY
    if rule == "weekday":
        return around.kind(first - 1) == "word" and around.pos(first - 1) not in {"ADV", "VERB", "PART"}
    return rule in _BARE_CLOCK and around.kind(first - 1) not in _AT_A_CLOCK


def resolve_readings(
    readings: list[Reading], around: Surroundings, published: dt.date | None
) -> Iterator[TemporalExpression]:
    """The third step, in the order of the text, since each date may count from those before it."""
    atoms = around.atoms
    standings = [
        moved_on(find_standing(reading, around), reading, following, around)
        for reading, following in zip_longest(readings, readings[1:])
    ]
    later, ahead = (None, None) if published else _first_dated(readings, standings)
    account = Account(tokens=around.tokens)
    for reading, standing in zip(readings, standings, strict=True):
        event = account.day_of(reading.value.event) if reading.value.event else None
        if reading.value.event and event is None:
            continue
        context = Context(
            published=published,
            outlook=standing.outlook,
            sure=standing.sure,
            moved=standing.moved,
            sentence=standing.number,
            paragraph=atoms.codes.count(character("break"), 0, reading.first),
            last=account.last,
            day=account.day,
            told=account.told,
            told_day=account.told_day,
            later=later if standing.told else later or ahead,
            event=event,
            old=account.old,
            alone=standing.alone,
        )
        found = resolve(reading.value, context)
        yield _expression(reading, found, atoms[reading.first].start, atoms[reading.last - 1].end, around.content)
        now = spoken(found.value, context.sentence, context.paragraph) if edtf.is_valid(found.value) else None
        if now is not None:
            account.go_on(now, standing.sentence, telling=standing.told and _tells(reading.value))


def _tells(value: CalendarValue) -> bool:
    """Whether an account goes on from it: «летом 1998 года», not «до 2030 года», «в девяностые»."""
    back = value.base == "event" and (value.shift or 0) < 0  # «за месяц до того»
    return not back and not value.open_start and value.level not in {"decade", "century"}


def _first_dated(readings: Sequence[Reading], standings: Sequence[Standing]) -> tuple[dt.date | None, dt.date | None]:
    """The first day with its year among those that were, and among those planned."""
    told = [standing.told and _tells(reading.value) for reading, standing in zip(readings, standings, strict=True)]
    values = [reading.value for reading in readings]
    return first_dated(compress(values, told)), first_dated(v for v, was in zip(values, told, strict=True) if not was)


def _expression(reading: Reading, found: Resolution, start: int, end: int, content: str) -> TemporalExpression:
    earliest, latest = edtf.bounds(found.value)
    return TemporalExpression(
        start=start,
        end=end,
        text=content[start:end],
        value=found.value,
        precision=edtf.precision(found.value) if found.value else reading.value.level,
        anchor=found.anchor,
        source=f"dates:{reading.rule}",
        earliest=earliest,
        latest=latest,
        conflict=found.conflict,
    )
