"""What the map pass leaves behind of each article, and the order it is kept in."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.readers.read import Reading
from pipeline.records.annotations import Annotations
from pipeline.records.article import Article, Rejection

Annotate = Callable[[Article], Annotations]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An article and what was found in it; `annotations` is set exactly where the reading's status is `ok`."""

    reading: Reading
    annotations: Annotations | None = None


def failed(reading: Reading, stage: str, message: str) -> Outcome:
    """The outcome of an article that a stage could not read."""
    rejection = Rejection(
        source=reading.article.source, stage=stage, code="failed", message=message, doc_id=reading.article.doc_id
    )
    return Outcome(reading=replace(reading, status="failed", rejection=rejection))


def write_part(folder: Path, number: int, outcomes: Sequence[Outcome]) -> None:
    """Write the outcomes of a shard whole: under a temporary name first, so that a second try does no harm."""
    path = _part(folder, number)
    temporary = path.with_suffix(".part")
    with temporary.open("wb") as handle:
        for outcome in outcomes:
            pickle.dump(outcome, handle, protocol=pickle.HIGHEST_PROTOCOL)
    temporary.replace(path)


def read_parts(folder: Path, shards: int) -> Iterator[Outcome]:
    """Read all outcomes of a run in input order, one in memory at a time."""
    for number in range(shards):
        with _part(folder, number).open("rb") as handle:
            while handle.peek(1):
                yield pickle.load(handle)


def _part(folder: Path, number: int) -> Path:
    return folder / f"{number:07d}.pickle"
