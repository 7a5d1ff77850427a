"""A date already resolved, as something that later ones count from."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from pipeline.records import edtf

_PERIOD = 100  # days: a longer one is no stage of an account
EXACT = {"day", "minute", "month", "season"}  # precisions that an account goes on from
SINGLE = {"day", "minute"}  # precisions of one day


class Spoken(NamedTuple):
    """A date already resolved: its EDTF, days, hour and place in the text.

    Attributes:
        stage: later days of the account are of its year («летом 1998 года», «с 1 мая 1998 года», not «с 2009 года»).
        bounded: its one end is a day («с 1 мая», not «с 2009 года», of which no day is known).
    """

    value: str
    earliest: dt.date
    latest: dt.date
    time: dt.datetime | None
    precision: str
    sentence: int
    paragraph: int
    stage: bool
    bounded: bool = False


def spoken(value: str, sentence: int, paragraph: int) -> Spoken | None:
    """A resolved value as something to count from; `None` for one without any end."""
    first, last = edtf.bounds(value)
    earliest, latest = first or last, last or first
    if earliest is None or latest is None:
        return None
    clock = value if "T" in value and "/" not in value else ""
    return Spoken(
        value=value,
        earliest=earliest,
        latest=latest,
        time=dt.datetime.fromisoformat(clock) if clock else None,
        precision=edtf.precision(value),
        sentence=sentence,
        paragraph=paragraph,
        stage=edtf.precision(value.removesuffix("/..")) != "year" and (latest - earliest).days < _PERIOD,
        bounded=edtf.precision(value.removesuffix("/..").removeprefix("../")) in SINGLE,
    )
