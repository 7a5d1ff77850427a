"""What the networks hold of the event records in marked news, each with whether it is right (see certainty.py)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from marked_news import inside, judge, marked_as, spans_of
from spacy.tokens import Doc

from pipeline.assembly import AnnotatorLoader
from pipeline.events import records
from pipeline.events.certainty.odds import Odds
from pipeline.events.certainty.rate import asked
from pipeline.events.certainty.record import joint_odds, what_is_known
from pipeline.events.certainty.weights import RecordWeights
from pipeline.records.annotations import Annotations, Event, Span, overlap
from pipeline.training.marked import MarkedEvent, MarkedText
from pipeline.training.marks import load_marks

CELLS = ("event", "participant", "place", "date")
KNOWN = [name for name in RecordWeights.model_fields if name != "base"]


@dataclass
class Seen:
    """What the networks hold of the records in marked passages, each with whether it is right."""

    cells: dict[str, list[tuple[float, bool]]] = field(default_factory=lambda: {name: [] for name in CELLS})
    known: list[list[float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)


class Recorder:
    """Stands in for `rated`: keeps what the records of an article are made of, and numbers them by their certainty."""

    def __init__(self) -> None:
        self.shares: list[tuple[float, Odds, list[float]]] = []

    def __call__(self, doc: Doc, event: Event, tellings: Sequence[records.Telling]) -> Event:
        odds = joint_odds(event, tellings)
        known = what_is_known(event, tellings, odds)
        share = max(telling.candidate.share for telling in tellings)
        self.shares.append((share, odds, [known[name] for name in KNOWN]))
        return replace(event, certainty=float(len(self.shares) - 1))


def read(paths: Sequence[Path], dump: Sequence[str], *, quick: bool) -> Seen:
    """Annotate the articles of the marks and judge what is found in the passages."""
    seen, recorder = Seen(), Recorder()
    records.rated = recorder  # type: ignore[assignment]
    annotate = AnnotatorLoader(careful=not quick)()
    for text in (text for path in paths for text in load_marks(path, dump)):
        recorder.shares.clear()
        _take_in(seen, text, annotate(text.article), recorder)
    return seen


def _take_in(seen: Seen, text: MarkedText, found: Annotations, recorder: Recorder) -> None:
    spans = spans_of(found)
    for event, verdict in zip(inside(text, found), judge(text, found), strict=True):
        share, odds, known = recorder.shares[int(event.certainty)]
        seen.known.append(known)
        seen.right.append(verdict.get("exact", False))
        if share:
            seen.cells["event"].append((share, verdict.get("type", False)))
        marked = marked_as(text, event)
        for name, held, right in _cells(event, marked, odds, spans) if marked else ():
            seen.cells[name].append((held, right))


def _cells(
    event: Event, marked: MarkedEvent, odds: Odds, spans: dict[str, list[Span]]
) -> Iterator[tuple[str, float, bool]]:
    """Kind, share and rightness of every cell that the network was asked about."""
    rightly = {"participant": marked.participants, "place": marked.places, "date": marked.dates}
    for cell in event.arguments:
        held = asked(cell, odds)
        if held is not None:
            kind, share = held
            own = spans.get(cell.entity, []) if kind != "date" else [(cell.start, cell.end)]
            yield kind, share, _named(own, rightly[kind])


def _named(own: Sequence[Span], marked: Sequence[Span]) -> bool:
    return any(overlap(span, mark) for span in own for mark in marked)
