"""Events marked in passages of articles that are not ours: offsets alone, the texts lie in the reader's own dump."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import InputError
from pipeline.readers.read import read_inputs
from pipeline.records.annotations import Span
from pipeline.records.article import Article
from pipeline.training.marked import MarkedEvent, MarkedText


class Mark(BaseModel):
    """A line of a file of marks: a span of an article, and what it is to which event.

    Attributes:
        event: number of the event among those of the article; 0 for the part that was read.
        kind: `part`, the `trigger` with its type and status, or what belongs to the event.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    doc_id: str
    event: int
    kind: Literal["part", "trigger", "again", "participant", "place", "date"]
    start: int
    end: int
    type: str = ""
    status: str = ""

    @property
    def span(self) -> Span:
        """Its offsets."""
        return self.start, self.end


def load_marks(path: Path, dump: Sequence[str]) -> list[MarkedText]:
    """Read marks and the articles that they belong to.

    Args:
        path: a CSV file with the columns of `Mark`.
        dump: files or folders that hold the articles.

    Raises:
        InputError: a line is no mark, or an article is not in the dump.
    """
    marks = {doc_id: list(own) for doc_id, own in groupby(_read(path), key=lambda mark: mark.doc_id)}
    articles = _find(marks, dump)
    missing = sorted(marks.keys() - articles.keys())
    if missing:
        raise InputError(f"{len(missing)} articles of {path} are not in {', '.join(dump)}: {missing[0]}, …")
    return [_marked(articles[doc_id], own) for doc_id, own in marks.items()]


def _read(path: Path) -> Iterator[Mark]:
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            try:
                yield Mark.model_validate(row)
            except ValidationError as error:
                raise InputError(f"{path}, line {number}: {error.errors()[0]['msg']}") from error


def _find(wanted: Mapping[str, object], dump: Sequence[str]) -> dict[str, Article]:
    read = (reading.article for reading in read_inputs(dump))
    return {article.doc_id: article for article in read if article.doc_id in wanted}


def _marked(article: Article, marks: Iterable[Mark]) -> MarkedText:
    events = {number: list(own) for number, own in groupby(marks, key=lambda mark: mark.event)}
    [part] = events.pop(0)
    return MarkedText(
        article=article, events=tuple(_event(own) for own in events.values()), part=part.span, thorough=True
    )


def _event(marks: Sequence[Mark]) -> MarkedEvent:
    def spans(kind: str) -> tuple[Span, ...]:
        return tuple(mark.span for mark in marks if mark.kind == kind)

    [named] = [mark for mark in marks if mark.kind == "trigger"]
    return MarkedEvent(
        trigger=named.span, types=(named.type,), status=named.status, again=spans("again"),
        participants=spans("participant"), places=spans("place"), dates=spans("date"),
    )  # fmt: skip
