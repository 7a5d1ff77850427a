"""Scores of event records: found at all, their filled slots, and records with every field right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.evaluation.answers import Answers, EventAnswer
from pipeline.evaluation.counts import Counts, Fault, LayerScore
from pipeline.evaluation.gold import GoldArticle, GoldEvent
from pipeline.evaluation.names import NameIndex
from pipeline.records.annotations import overlap

MAX_TRIGGER = 60
ALIKE = 0.5
FIELDS = ("status", "date", "place", "participants")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """An event of the run with canonical names."""

    type: str
    status: str
    date: str | None
    place: str | None
    participants: frozenset[str]
    trigger: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A gold event with canonical names; `welcome` are participants that may be there or not."""

    event: GoldEvent
    types: frozenset[str]
    places: tuple[str | None, ...]
    participants: frozenset[str]
    welcome: frozenset[str]


def score_events(article: GoldArticle, answers: Answers, names: NameIndex) -> LayerScore:
    """Match each gold event, in order, with the event of the run most like it, and compare the fields."""
    pool = [_given(event, names) for event in answers.events]
    counts = {name: Counts() for name in ("events_found", "event_slots", "event_records_exact", *FIELDS)}
    faults: list[Fault] = []
    for event in article.events:
        wanted = _wanted(event, names)
        best = max(pool, key=lambda given: _likeness(given, wanted), default=None)
        if best is None or not _likeness(best, wanted):
            faults.append(_missed(article, event))
            best = None
        else:
            pool.remove(best)
            faults += _wrong_fields(article, best, wanted)
        _add(counts, _compare(best, wanted))
    _add(counts, {"events_found": Counts(predicted=len(pool)), "event_records_exact": Counts(predicted=len(pool))})
    _add(counts, {"event_slots": Counts(predicted=sum(_slots(given) for given in pool))})
    faults += (_spurious(article, given) for given in pool)
    return LayerScore(counts=counts, faults=tuple(faults))


def _given(event: EventAnswer, names: NameIndex) -> _Given:
    return _Given(
        type=event.type, status=event.status, date=event.date or None,
        place=names.canonical_or_folded(event.place) if event.place else None,
        participants=frozenset(names.canonical_or_folded(x) for x in event.participants if x.strip()),
        trigger=(event.start, event.end),
    )  # fmt: skip


def _wanted(event: GoldEvent, names: NameIndex) -> _Wanted:
    people = _canonical(event.participants, names)
    places = (event.place, *event.place_also)
    return _Wanted(
        event=event, types=frozenset({event.type, *event.type_also}),
        places=tuple(names.canonical_or_folded(x) if x else None for x in places), participants=people,
        welcome=_canonical(event.participants_also, names) - people,
    )  # fmt: skip


def _canonical(each: Iterable[str], names: NameIndex) -> frozenset[str]:
    return frozenset(names.canonical_or_folded(x) for x in each)


def _likeness(given: _Given, wanted: _Wanted) -> float:
    """0 where the two cannot be one happening: another type, or neither trigger nor day and company agree."""
    if given.type not in wanted.types:
        return 0
    start, end = given.trigger
    touches = end - start <= MAX_TRIGGER and overlap(given.trigger, wanted.event.trigger)
    same_day = given.date is not None and given.date in wanted.event.date
    union = wanted.participants | (given.participants - wanted.welcome)
    share = len(wanted.participants & given.participants) / len(union) if union else 0
    alike = share >= ALIKE or (not union and given.place is not None and given.place in wanted.places)
    return 1 + 2 * touches + same_day + share if touches or (same_day and alike) else 0


def _right_fields(given: _Given, wanted: _Wanted) -> dict[str, bool]:
    return {
        "status": given.status == wanted.event.status,
        "date": given.date in wanted.event.date,
        "place": given.place in wanted.places,
        "participants": given.participants - wanted.welcome == wanted.participants,
    }


def _compare(given: _Given | None, wanted: _Wanted) -> dict[str, Counts]:
    """Counts of one gold event; a slot is the event itself, its date, its place and each participant."""
    day_owed, spot_owed = None not in wanted.event.date, None not in wanted.places
    owed = 1 + day_owed + spot_owed + len(wanted.participants)
    if given is None:
        missed = Counts(gold=1)
        return {"events_found": missed, "event_records_exact": missed, "event_slots": Counts(gold=owed)}
    right = _right_fields(given, wanted)
    day, spot = given.date is not None, given.place is not None
    slots = Counts(
        right=1 + (right["date"] and day and day_owed) + (right["place"] and spot and spot_owed)
        + len(given.participants & wanted.participants),
        predicted=1 + (day and not (right["date"] and not day_owed)) + (spot and not (right["place"] and not spot_owed))
        + len(given.participants - wanted.welcome),
        gold=owed,
    )  # fmt: skip
    return {
        "events_found": Counts(right=1, predicted=1, gold=1),
        "event_records_exact": Counts(right=int(all(right.values())), predicted=1, gold=1),
        "event_slots": slots,
        **{name: Counts(right=int(right[name]), predicted=1, gold=1) for name in FIELDS},
    }


def _slots(given: _Given) -> int:
    return 1 + (given.date is not None) + (given.place is not None) + len(given.participants)


def _add(counts: dict[str, Counts], more: dict[str, Counts]) -> None:
    for name, each in more.items():
        counts[name] += each


def _missed(article: GoldArticle, event: GoldEvent) -> Fault:
    start, end = event.trigger
    return Fault(
        doc_id=article.id, layer="event", kind="missed", start=start, end=end, text=article.text[start:end],
        wanted=event.type,
    )  # fmt: skip


def _spurious(article: GoldArticle, given: _Given) -> Fault:
    start, end = given.trigger
    return Fault(
        doc_id=article.id, layer="event", kind="spurious", start=start, end=end, text=article.text[start:end],
        got=f"{given.type} {given.status}",
    )  # fmt: skip


def _wrong_fields(article: GoldArticle, given: _Given, wanted: _Wanted) -> list[Fault]:
    right = _right_fields(given, wanted)
    start, end = wanted.event.trigger
    shown = {
        "status": (wanted.event.status, given.status),
        "date": (" | ".join(x or "none" for x in wanted.event.date), given.date or "none"),
        "place": (" | ".join(x or "none" for x in wanted.places), given.place or "none"),
        "participants": ("; ".join(sorted(wanted.participants)), "; ".join(sorted(given.participants))),
    }
    return [
        Fault(
            doc_id=article.id,
            layer=f"{wanted.event.type} {name}",
            kind="wrong",
            start=start,
            end=end,
            text=article.text[start:end],
            wanted=shown[name][0],
            got=shown[name][1],
        )
        for name in FIELDS
        if not right[name]
    ]
