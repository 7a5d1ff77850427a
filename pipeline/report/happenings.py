"""The listed events as columns, small enough to filter in the page; their details in portions, read when asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.records.tables.column import Row
from pipeline.records.tables.events import STATUSES, ArgumentRow, EventRow
from pipeline.records.tabulate import TAKING_PART

PORTION = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Happenings:
    """`index` is the value of the script `events`, `portions` those of `details-0`, `details-1` and so on."""

    index: dict[str, Any]
    portions: list[list[dict[str, Any]]]


class _Numbers:
    """Gives each key a number in order of arrival, and keeps what it stands for."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers)) if key else -1

    @property
    def keys(self) -> list[str]:
        return list(self._numbers)


def arguments_of(rows: Iterable[ArgumentRow], wanted: frozenset[str]) -> dict[str, list[ArgumentRow]]:
    """Arguments of the wanted events, by event."""
    found: dict[str, list[ArgumentRow]] = {}
    for row in rows:
        if row.event_id in wanted:
            found.setdefault(row.event_id, []).append(row)
    return found


def tell(
    events: Sequence[EventRow],
    arguments: Mapping[str, Sequence[ArgumentRow]],
    entities: Mapping[str, Row],
    numbers: Mapping[str, int],
) -> Happenings:
    """Put the events in columns, by day, those without one last.

    Args:
        events: the rows to list.
        arguments: by event.
        entities: rows by id, for the names and coordinates of who takes part and where.
        numbers: of the documents, from 0.
    """
    ordered = sorted(events, key=lambda e: (e.date_start or dt.date.max, numbers.get(e.doc_id, 0), e.trigger_start))
    who, places, types, clusters = _Numbers(), _Numbers(), _Numbers(), _Numbers()
    statuses = list(dict.fromkeys((*STATUSES, *(e.status for e in ordered))))
    index: dict[str, Any] = {
        "id": [e.event_id for e in ordered],
        "doc": [numbers.get(e.doc_id, -1) for e in ordered],
        "type": [types.of(e.type) for e in ordered],
        "status": [statuses.index(e.status) for e in ordered],
        "date": [e.date for e in ordered],
        "day": [e.date_start.isoformat() if e.date_start else "" for e in ordered],
        "place": [places.of(e.place_id) for e in ordered],
        "who": [[who.of(key) for key in _taking_part(arguments.get(e.event_id, ()))] for e in ordered],
        "confidence": [round(e.confidence, 2) for e in ordered],
        "cluster": [clusters.of(e.cluster_id) for e in ordered],
        "trigger": [e.trigger for e in ordered],
    }
    index |= {
        "types": types.keys, "statuses": statuses, "portion": PORTION,
        "entities": [_entity(key, entities) for key in who.keys],
        "places": [_place(key, entities) for key in places.keys],
    }  # fmt: skip
    details = [_detail(e, arguments.get(e.event_id, ())) for e in ordered]
    return Happenings(index=index, portions=[details[at : at + PORTION] for at in range(0, len(details), PORTION)])


def _taking_part(arguments: Iterable[ArgumentRow]) -> Iterator[str]:
    yield from dict.fromkeys(a.entity_id for a in arguments if a.role in TAKING_PART and a.entity_id)


def _entity(key: str, entities: Mapping[str, Row]) -> list[str]:
    row = entities.get(key)
    return [row.name, row.type] if row else [key, ""]


def _place(key: str, entities: Mapping[str, Row]) -> list[Any]:
    row = entities.get(key)
    return [row.name, row.latitude, row.longitude, row.country] if row else [key, None, None, ""]


def _detail(e: EventRow, arguments: Iterable[ArgumentRow]) -> dict[str, Any]:
    return {
        "evidence": e.evidence, "at": e.evidence_start, "trigger": [e.trigger_start, e.trigger_end],
        "cue": e.status_span, "phase": e.phase, "by": e.asserted_by, "words": e.date_text, "source": e.source,
        "certainty": round(e.certainty, 2),
        "cells": [[a.role, a.name, a.text, a.start, a.end, a.value] for a in arguments],
    }  # fmt: skip
