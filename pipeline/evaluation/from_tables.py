"""Answers from the CSV tables that a run has written."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from pathlib import Path

from pipeline.errors import InputError
from pipeline.evaluation.answers import (
    Answers,
    EntityAnswer,
    EventAnswer,
    MentionAnswer,
    PositionAnswer,
    QuoteAnswer,
)

SEPARATOR = "; "
_Row = dict[str, str]


def answers_from_tables(folder: Path) -> dict[str, Answers]:
    """Read `documents`, `mentions`, `entities`, `events`, `quotes` and `positions`; give answers by document.

    Raises:
        InputError: a table is missing.
    """
    entities = {
        row["entity_id"]: EntityAnswer(type=row["type"], name=row["name"]) for row in _table(folder, "entities")
    }
    mentions, events = _by_document(folder, "mentions"), _by_document(folder, "events")
    quotes, positions = _by_document(folder, "quotes"), _by_document(folder, "positions")
    return {
        row["doc_id"]: Answers(
            published=dt.date.fromisoformat(row["published"]) if row["published"] else None,
            mentions=tuple(_mention(m) for m in mentions[row["doc_id"]]),
            entities=entities,
            events=tuple(_event(e) for e in events[row["doc_id"]]),
            quotes=tuple(
                QuoteAnswer(text=q["text"], speaker=q["speaker"])
                for q in quotes[row["doc_id"]]
                if q["kind"] == "direct"
            ),
            positions=tuple(_position(p) for p in positions[row["doc_id"]]),
        )
        for row in _table(folder, "documents")
    }


def _table(folder: Path, name: str) -> list[_Row]:
    path = folder / f"{name}.csv"
    if not path.is_file():
        raise InputError(f"No {path}. Name a folder that `svodka run` has written.")
    csv.field_size_limit(1 << 30)
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def _by_document(folder: Path, name: str) -> defaultdict[str, list[_Row]]:
    grouped: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in _table(folder, name):
        grouped[row["doc_id"]].append(row)
    return grouped


def _mention(row: _Row) -> MentionAnswer:
    return MentionAnswer(
        start=int(row["start"]), end=int(row["end"]), type=row["type"], kind=row["kind"], value=row["value"],
        entity=row["entity_id"],
    )  # fmt: skip


def _event(row: _Row) -> EventAnswer:
    return EventAnswer(
        type=row["type"], status=row["status"], date=row["date"], place=row["place"],
        participants=tuple(row["participants"].split(SEPARATOR)) if row["participants"] else (),
        start=int(row["trigger_start"]), end=int(row["trigger_end"]),
    )  # fmt: skip


def _position(row: _Row) -> PositionAnswer:
    return PositionAnswer(person=row["person"], position=row["position"], organization=row["organization"])
