"""Which tellings of different articles are one happening: block, judge, join, summarise."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.events.tellings_store import TellingStore, cluster_id
from pipeline.records.annotations import Status
from pipeline.scratch import Scratch, Stored

LONGEST_BLOCK = 200
NEIGHBOURS = 4  # in a longer one
_WIDEST = dt.timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What clustering needs of one event of one article.

    `order` is its place in the run; `place` and `participants` are entity ids of the run, `place_name` and
    `participant_names` what a reader sees.
    """

    event_id: str
    doc_id: str
    order: int
    type: str
    status: Status
    title: str
    date: str = ""
    earliest: dt.date | None = None
    latest: dt.date | None = None
    place: str = ""
    place_name: str = ""
    participants: tuple[str, ...] = ()
    participant_names: tuple[str, ...] = ()
    published: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """One happening: its tellings in order of publication, those without a day last."""

    cluster_id: str
    tellings: tuple[Telling, ...]


def cluster_events(tellings: Iterable[Telling], scratch: Scratch | None = None) -> Sequence[Cluster]:
    """Group the tellings of a run; each belongs to exactly one cluster, most of them to one of their own.

    Two tellings of different articles are one happening where type, day, place and participants agree:
    «4 марта в Гродно Иванов принял Петрова» and «Петров встретился в понедельник с Ивановым».

    Args:
        tellings: all of them; `order` tells them apart.
        scratch: room on disk: the memory holds one block.
    """
    store = TellingStore(scratch or Scratch())
    for telling in tellings:
        store.add(telling, _block_keys(telling))
    store.index()
    for size, block in store.blocks():
        for first, second in _candidate_pairs(block, size):
            if same_happening(first, second):
                store.join(first.order, second.order)
    leaders = "SELECT DISTINCT leader FROM member ORDER BY leader"
    return Stored(store.scratch, leaders, lambda row: _cluster(store.cluster(row[0])))


def same_happening(a: Telling, b: Telling) -> bool:
    """Judge two tellings of one type by day, place and participants."""
    return _days_agree(a, b) and _places_agree(a, b) and _participants_agree(a, b)


def _candidate_pairs(block: Iterable[Telling], size: int) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of a block, which is in the order of days; in a very large one each meets its neighbours only."""
    stream = iter(block)
    window = deque(islice(stream, size if size <= LONGEST_BLOCK else NEIGHBOURS + 1))
    while window:
        first = window.popleft()
        yield from ((first, second) for second in window)
        window.extend(islice(stream, 1))


def _block_keys(telling: Telling) -> Iterator[tuple[str, ...]]:
    if telling.earliest is None or telling.latest is None:
        return
    months = dict.fromkeys(day.strftime("%Y-%m") for day in (telling.earliest, telling.latest))
    for month in months:
        for who in telling.participants or (telling.place,):
            if who:
                yield telling.type, month, who


def _days_agree(a: Telling, b: Telling) -> bool:
    """The same day, or one span of at most a month within the other («20 ноября», «на этой неделе»)."""
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    if a.date == b.date:
        return a.latest - a.earliest < _WIDEST
    inside = (a.earliest <= b.earliest and b.latest <= a.latest) or (b.earliest <= a.earliest and a.latest <= b.latest)
    return inside and max(a.latest - a.earliest, b.latest - b.earliest) < dt.timedelta(days=8)


def _places_agree(a: Telling, b: Telling) -> bool:
    return not a.place or not b.place or a.place == b.place


def _participants_agree(a: Telling, b: Telling) -> bool:
    """Half of all who are named take part in both; without any, the same place must be named."""
    first, second = set(a.participants), set(b.participants)
    if not first and not second:
        return bool(a.place) and a.place == b.place
    return 2 * len(first & second) >= len(first | second)


def _cluster(tellings: list[Telling]) -> Cluster:
    ordered = sorted(tellings, key=lambda t: (t.published or dt.date.max, t.order))
    return Cluster(cluster_id=cluster_id(tellings[0].event_id), tellings=tuple(ordered))
