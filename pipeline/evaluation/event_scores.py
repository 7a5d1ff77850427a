"""Scores of event records: found at all, their filled slots, and records with every field right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.evaluation.answers import Answers
from pipeline.evaluation.counts import Counts, Fault, LayerScore
from pipeline.evaluation.event_faults import missed, spurious, wrong_fields
from pipeline.evaluation.event_likeness import (
    FIELDS,
    GivenEvent,
    WantedEvent,
    given_event,
    likeness,
    right_fields,
    slots,
    wanted_event,
)
from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.names import NameIndex


def score_events(article: GoldArticle, answers: Answers, names: NameIndex) -> LayerScore:
    """Match each gold event, in order, with the event of the run most like it, and compare the fields."""
    pool = [given_event(event, names) for event in answers.events]
    counts = {name: Counts() for name in ("events_found", "event_slots", "event_records_exact", *FIELDS)}
    faults: list[Fault] = []
    for event in article.events:
        wanted = wanted_event(event, names)
        best = max(pool, key=lambda given: likeness(given, wanted), default=None)
        if best is None or not likeness(best, wanted):
            faults.append(missed(article, event))
            best = None
        else:
            pool.remove(best)
            faults += wrong_fields(article, best, wanted)
        _add(counts, _compare(best, wanted))
    _add(counts, {"events_found": Counts(predicted=len(pool)), "event_records_exact": Counts(predicted=len(pool))})
    _add(counts, {"event_slots": Counts(predicted=sum(slots(given) for given in pool))})
    faults += (spurious(article, given) for given in pool)
    return LayerScore(counts=counts, faults=tuple(faults))


def _compare(given: GivenEvent | None, wanted: WantedEvent) -> dict[str, Counts]:
    """Counts of one gold event; a slot is the event itself, its date, its place and each participant."""
    owed = 1 + (None not in wanted.event.date) + (None not in wanted.places) + len(wanted.participants)
    if given is None:
        none = Counts(gold=1)
        return {"events_found": none, "event_records_exact": none, "event_slots": Counts(gold=owed)}
    right = right_fields(given, wanted)
    return {
        "events_found": Counts(right=1, predicted=1, gold=1),
        "event_records_exact": Counts(right=int(all(right.values())), predicted=1, gold=1),
        "event_slots": replace(_filled(given, wanted, right), gold=owed),
        **{name: Counts(right=int(right[name]), predicted=1, gold=1) for name in FIELDS},
    }


def _filled(given: GivenEvent, wanted: WantedEvent, right: Mapping[str, bool]) -> Counts:
    """Slots that an event fills, and those of them that are owed; what may be there or not counts for neither."""
    day_owed, spot_owed = None not in wanted.event.date, None not in wanted.places
    day, spot = given.date is not None, given.place is not None
    return Counts(
        right=1 + (right["date"] and day and day_owed) + (right["place"] and spot and spot_owed)
        + len(given.participants & wanted.participants),
        predicted=1 + (day and not (right["date"] and not day_owed)) + (spot and not (right["place"] and not spot_owed))
        + len(given.participants - wanted.welcome),
    )  # fmt: skip


def _add(counts: dict[str, Counts], more: dict[str, Counts]) -> None:
    for name, each in more.items():
        counts[name] += each
