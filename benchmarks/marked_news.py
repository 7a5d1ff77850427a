"""Events of real news against marks made by hand: how many records are right, and in what the others are wrong.

    python benchmarks/marked_news.py tests/news-marks/test.csv DUMP

DUMP holds the articles of the marks (see tests/news-marks/README.md). A record belongs to the marked event that one of
its tellings shares a word with. Shares are of the records that stand in the marked passages: those that tell of a
marked event, then of those the ones whose type, status, participants, place and date are right; `exact`: all of these.
In the last line an event counts once: a second record of it is as wrong as one of no event.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.assembly import AnnotatorLoader
from pipeline.records.annotations import Annotations, Event, Span, overlap
from pipeline.records.tabulate import TAKING_PART
from pipeline.training.marked import MarkedEvent, MarkedText
from pipeline.training.marks import load_marks

FIELDS = ("type", "status", "participants", "place", "date")


def judge(text: MarkedText, found: Annotations) -> Iterator[dict[str, bool]]:
    """For every record of the passage what of it is right; `found` is false where it tells of no marked event.

    `first`, `first_exact`: no record before it, no right one, tells of the same event.
    """
    spans = spans_of(found)
    told: set[Span] = set()
    right: set[Span] = set()
    for event in inside(text, found):
        marked = marked_as(text, event)
        if marked is None:
            yield {"found": False}
            continue
        fields = _right(event, marked, spans)
        exact = fields["exact"] and marked.trigger not in right
        yield {"found": True, **fields, "first": marked.trigger not in told, "first_exact": exact}
        told.add(marked.trigger)
        right |= {marked.trigger} if exact else set()


def spans_of(found: Annotations) -> dict[str, list[Span]]:
    """Where each entity is named."""
    spans: dict[str, list[Span]] = {}
    for mention in found.mentions:
        spans.setdefault(mention.entity, []).append(mention.span)
    return spans


def inside(text: MarkedText, found: Annotations) -> list[Event]:
    """The records of the marked passage."""
    return [event for event in found.events if text.part[0] <= event.trigger_start < text.part[1]]


def marked_as(text: MarkedText, event: Event) -> MarkedEvent | None:
    """The marked event that a record tells of, of its type if there is one."""
    marked = [m for m in text.events if any(overlap(s, t) for s in m.tellings for t in event.tellings)]
    return min(marked, key=lambda m: (event.type not in m.types, m.trigger), default=None)


def _right(event: Event, marked: MarkedEvent, spans: dict[str, list[Span]]) -> dict[str, bool]:
    taking_part = {a.entity for a in event.arguments if a.role in TAKING_PART and a.entity}
    dates = [(a.start, a.end) for a in event.arguments if a.role == "date"]
    place = [spans.get(event.place, [])] if event.place else []
    right = {
        "type": event.type in marked.types,
        "status": event.status == marked.status,
        "participants": _same(taking_part, marked.participants, spans),
        "place": _all_named(place, marked.places) and bool(place) == bool(marked.places),
        "date": bool(dates) == bool(marked.dates) and all(any(overlap(d, m) for m in marked.dates) for d in dates),
    }
    return {**right, "exact": all(right.values())}


def _same(entities: set[str], marked: Sequence[Span], spans: dict[str, list[Span]]) -> bool:
    """Everyone given is marked, and everyone marked is given."""
    given = [spans.get(entity, []) for entity in entities]
    return _all_named(given, marked) and all(any(overlap(m, s) for own in given for s in own) for m in marked)


def _all_named(given: Sequence[Sequence[Span]], marked: Sequence[Span]) -> bool:
    return all(any(overlap(span, m) for span in own for m in marked) for own in given)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marks", type=Path)
    parser.add_argument("dump", nargs="+")
    parser.add_argument("--quick", action="store_true", help="without the event encoder")
    asked = parser.parse_args()
    annotate = AnnotatorLoader(careful=not asked.quick)()
    counts: Counter[str] = Counter()
    events = told = 0
    for text in load_marks(asked.marks, asked.dump):
        found = annotate(text.article)
        for right in judge(text, found):
            counts.update(["records"])
            counts.update(name for name, yes in right.items() if yes)
        tellings = [span for event in found.events for span in event.tellings]
        events += len(text.events)
        told += sum(any(overlap(s, t) for s in event.tellings for t in tellings) for event in text.events)
    print(f"{events} marked events, of them in a record {told / events:.3f}")
    print(f"{counts['records']} records, of them of a marked event {counts['found'] / counts['records']:.3f}")
    print("of these right: " + ", ".join(f"{name} {counts[name] / counts['found']:.3f}" for name in (*FIELDS, "exact")))
    print(f"exact of all records {counts['exact'] / counts['records']:.3f}")
    found, exact = (2 * counts[name] / (counts["records"] + events) for name in ("first", "first_exact"))
    again = counts["found"] - counts["first"]
    print(f"{again} records tell of an event again; F1 of events {found:.3f}, exact {exact:.3f}")


if __name__ == "__main__":
    main()
