"""Which tellings of different articles are one happening: block, judge, join, summarise."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.records.annotations import Status

LONGEST_BLOCK = 200
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


def cluster_events(tellings: Sequence[Telling]) -> tuple[Cluster, ...]:
    """Group the tellings of a run; each belongs to exactly one cluster, most of them to one of their own.

    Two tellings of different articles are one happening where type, day, place and participants agree:
    «4 марта в Гродно Иванов принял Петрова» and «Петров встретился в понедельник с Ивановым».
    """
    leader = {t.event_id: t.event_id for t in tellings}
    members: dict[str, list[Telling]] = {t.event_id: [t] for t in tellings}
    for first, second in _candidate_pairs(tellings):
        a, b = leader[first.event_id], leader[second.event_id]
        if a != b and same_happening(first, second) and _may_join(members[a], members[b]):
            _join(leader, members, a, b)
    clusters = [_cluster(group) for group in members.values()]
    return tuple(sorted(clusters, key=lambda c: min(t.order for t in c.tellings)))


def same_happening(a: Telling, b: Telling) -> bool:
    """Judge two tellings of one type by day, place and participants."""
    return _days_agree(a, b) and _places_agree(a, b) and _participants_agree(a, b)


def _candidate_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs that share type, month and a participant or the place; very large blocks compare neighbours only."""
    blocks: Mapping[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        for key in _block_keys(telling):
            blocks[key].append(telling)
    for block in blocks.values():
        reach = len(block) if len(block) <= LONGEST_BLOCK else 5
        ordered = sorted(block, key=lambda t: (t.earliest or dt.date.min, t.order))
        for i, first in enumerate(ordered):
            yield from ((first, second) for second in ordered[i + 1 : i + reach])


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


def _may_join(a: list[Telling], b: list[Telling]) -> bool:
    """What one article tells as two happenings stays two."""
    return not {t.doc_id for t in a} & {t.doc_id for t in b}


def _join(leader: dict[str, str], members: dict[str, list[Telling]], a: str, b: str) -> None:
    keep, drop = sorted((a, b), key=lambda e: members[e][0].order)
    for telling in members.pop(drop):
        leader[telling.event_id] = keep
        members[keep].append(telling)


def _cluster(group: list[Telling]) -> Cluster:
    first = min(group, key=lambda t: t.order)
    ordered = sorted(group, key=lambda t: (t.published or dt.date.max, t.order))
    return Cluster(cluster_id=f"c-{first.event_id}", tellings=tuple(ordered))
