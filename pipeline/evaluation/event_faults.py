"""Faults of event records: events that are missed or spurious, fields that are wrong."""

from __future__ import annotations

from pipeline.evaluation.counts import Fault
from pipeline.evaluation.event_likeness import FIELDS, GivenEvent, WantedEvent, right_fields
from pipeline.evaluation.gold import GoldArticle, GoldEvent


def missed(article: GoldArticle, event: GoldEvent) -> Fault:
    """A gold event that no event of the run is like."""
    start, end = event.trigger
    return Fault(
        doc_id=article.id, layer="event", kind="missed", start=start, end=end, text=article.text[start:end],
        wanted=event.type,
    )  # fmt: skip


def spurious(article: GoldArticle, given: GivenEvent) -> Fault:
    """An event of the run that is like no gold event."""
    start, end = given.trigger
    return Fault(
        doc_id=article.id, layer="event", kind="spurious", start=start, end=end, text=article.text[start:end],
        got=f"{given.type} {given.status}",
    )  # fmt: skip


def wrong_fields(article: GoldArticle, given: GivenEvent, wanted: WantedEvent) -> list[Fault]:
    """The fields of an event that are not those of its gold event."""
    right = right_fields(given, wanted)
    start, end = wanted.event.trigger
    shown = {
        "status": (wanted.event.status, given.status),
        "date": (" | ".join(x or "none" for x in wanted.event.date), given.date or "none"),
        "place": (" | ".join(x or "none" for x in wanted.places), given.place or "none"),
        "participants": ("; ".join(sorted(wanted.participants)), "; ".join(sorted(given.participants))),
    }
    return [
        Fault(
            doc_id=article.id, layer=f"{wanted.event.type} {name}", kind="wrong", start=start, end=end,
            text=article.text[start:end], wanted=shown[name][0], got=shown[name][1],
        )
        for name in FIELDS
        if not right[name]
    ]  # fmt: skip
