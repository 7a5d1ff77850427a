"""Resolution over an article: each date may count from those before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.mentions.dates.alphabet import character
from pipeline.mentions.dates.outlook.standing import Standing, find_standing, moved_on
from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings
from pipeline.mentions.dates.resolution.account import Account
from pipeline.mentions.dates.resolution.context import Context
from pipeline.mentions.dates.resolution.own_time import OwnTime, crossed_out, own_time
from pipeline.mentions.dates.resolution.resolve import Resolution, resolve
from pipeline.mentions.dates.resolution.spoken import spoken
from pipeline.mentions.dates.resolution.week import days_of_week
from pipeline.mentions.dates.values import CalendarValue
from pipeline.records import edtf
from pipeline.records.annotations import TemporalExpression

_WITHIN = {"in", "from", "until"}  # «в 1994 году построен», «с 2009 года возглавлял»


def resolve_readings(
    readings: list[Reading], around: Surroundings, published: dt.date | None
) -> Iterator[TemporalExpression]:
    """The third step, in the order of the text, since each date may count from those before it."""
    standings = _standings(readings, around)
    own = OwnTime() if published else _own_time(readings, standings, around)
    account = Account(tokens=around.tokens, published=published)
    week = days_of_week(readings, around, published)
    for place, (reading, standing) in enumerate(zip(readings, standings, strict=True)):
        event = account.day_of(reading.value.event) if reading.value.event else None
        if reading.value.event and event is None:
            continue
        paragraph = around.atoms.codes.count(character("break"), 0, reading.first)
        day = published or (own.stand_in if _lacks_year(reading.value) else None)
        context = _context(standing, account, paragraph, published=day, own=own, event=event)
        headed = week.get(place)
        found = Resolution(str(headed), anchor="published") if headed else resolve(reading.value, context)
        if around.kind(reading.first - 1) == "break":
            found = account.at_line(found, clock=reading.value.level == "clock")
        if _leans(reading.value) and not found.value:
            continue  # «тогда же», «в первый день» where no day was told
        yield _expression(reading, _known(reading.value, found, own), around)
        now = spoken(found.value, context.sentence, paragraph) if edtf.is_valid(found.value) else None
        if reading.value.level == "year" and _is_year(found.value):
            account.headed = (standing.number, int(found.value)) if _opens(reading, standing, around) else None
        if now is not None and reading.value.base != "part":  # «за тот же период прошлого года» is told in passing
            account.go_on(now, standing.sentence, telling=standing.told and _tells(reading.value))


def _standings(readings: Sequence[Reading], around: Surroundings) -> list[Standing]:
    return [
        moved_on(find_standing(reading, around), reading, following, around)
        for reading, following in zip_longest(readings, readings[1:])
    ]


def _context(
    standing: Standing, account: Account, paragraph: int, *, published: dt.date | None, own: OwnTime,
    event: dt.date | None,
) -> Context:  # fmt: skip
    """What the resolver is asked of one expression, with what the account has come to."""
    later = own.later if standing.told else own.later or own.ahead
    return Context(
        published=published, outlook=standing.outlook, sure=standing.sure, moved=standing.moved, alone=standing.alone,
        sentence=standing.number, paragraph=paragraph, last=account.last, day=account.day, told=account.told,
        told_day=account.told_day, old=account.old, aged=account.aged, later=later, own=own.own, event=event,
        headed=account.headed[1] if account.headed and account.headed[0] == standing.number else None,
    )  # fmt: skip


def _opens(reading: Reading, standing: Standing, around: Surroundings) -> bool:
    """«В 2022 году суд отклонил …», «в том же году — в мае», not «Победителя прошлого года поздравили …»."""
    if reading.value.step == 0 and reading.value.base in {"document", "event"}:
        return True
    at = reading.first - (around.kind(reading.first - 1) == "in")
    within = "in" in {around.kind(at), around.kind(reading.first)}
    return within and around.atoms.token(at) == standing.sentence[0]


def _is_year(value: str) -> bool:
    return len(value) == 4 and value.isdigit()


def _leans(value: CalendarValue) -> bool:
    """Nothing by itself, only what was told before."""
    return value.unit == "same" or value.base == "range" or (value.base == "event" and value.step == 0)


def _tells(value: CalendarValue) -> bool:
    """Whether an account goes on from it: «летом 1998 года», not «до 2030 года», «в девяностые»."""
    back = value.base == "event" and (value.shift or 0) < 0  # «за месяц до того»
    return not back and not value.open_start and not value.awaited and value.level not in {"decade", "century"}


def _own_time(readings: Sequence[Reading], standings: Sequence[Standing], around: Surroundings) -> OwnTime:
    told = [standing.told and _tells(reading.value) for reading, standing in zip(readings, standings, strict=True)]
    headed = bool(readings) and not {around.kind(readings[0].first - 1), around.kind(readings[0].first)} & _WITHIN
    return own_time([reading.value for reading in readings], told, headed=headed)


def _lacks_year(value: CalendarValue) -> bool:
    """«20 ноября», «осенью», a range of them: whatever the day of publication gives its year."""
    weekday = value.weekday is not None or value.weekend
    return not (value.has_year or value.deictic or weekday) and value.level in {"day", "month", "period"}


def _known(value: CalendarValue, found: Resolution, own: OwnTime) -> Resolution:
    """What is left of a value whose year is made up."""
    if not found.value or found.anchor == "explicit" or not any(map(own.is_made_up, edtf.bounds(found.value))):
        return found
    left = crossed_out(value, found.value)
    return Resolution(value=left, anchor="document" if left and found.anchor == "document" else "none")


def _expression(reading: Reading, found: Resolution, around: Surroundings) -> TemporalExpression:
    start, end = around.atoms[reading.first].start, around.atoms[reading.last - 1].end
    earliest, latest = edtf.bounds(found.value)
    return TemporalExpression(
        start=start,
        end=end,
        text=around.content[start:end],
        value=found.value,
        precision=edtf.precision(found.value) if found.value else reading.value.level,
        anchor=found.anchor,
        source=f"dates:{reading.rule}",
        earliest=earliest,
        latest=latest,
        conflict=found.conflict,
    )
