"""Who held the highest offices when: an article that names only «Лукашенко» still has a president in him."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.entities.spans import fold
from pipeline.errors import ResourceError
from pipeline.records.annotations import Entity, Position
from pipeline.resources import models_dir

SOURCE = "offices"
_COLUMNS = ["person", "post", "body", "from", "until"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One person's term in one office; `body` is a gazetteer key, `until` is `None` while it lasts."""

    person: str
    post: str
    body: str
    since: dt.date
    until: dt.date | None

    def covers(self, day: dt.date) -> bool:
        """Whether the office is held on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


def held_offices(person: Entity, day: dt.date | None) -> Iterator[Position]:
    """Yield the offices a person holds on a day; none where the day is unknown."""
    words = {fold(word) for word in person.name.lower().split()}
    for term in load_terms() if day is not None else ():
        names = fold(term.person.lower()).split()
        full = set(names) <= words
        surname = len(words) == 1 and names[-1] in words
        if (full or surname) and day is not None and term.covers(day):
            yield Position(
                person=person.key, position=term.post, organization=term.body, start=0, end=0, text="", source=SOURCE
            )


@cache
def load_terms(path: Path | None = None) -> tuple[Term, ...]:
    """Read the terms, those that svodka ships where no file is given.

    Raises:
        ResourceError: a column is unknown or a day malformed; the message names file and line.
    """
    path = path or models_dir() / "offices.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        rows = csv.DictReader(handle)
        if rows.fieldnames != _COLUMNS:
            raise ResourceError(f"{path}:1: columns must be {', '.join(_COLUMNS)}. Mend the first line.")
        return tuple(_term(path, rows.line_num, row) for row in rows)


def _term(path: Path, line: int, row: dict[str, str]) -> Term:
    try:
        since = dt.date.fromisoformat(row["from"])
        until = dt.date.fromisoformat(row["until"]) if row["until"] else None
    except ValueError as error:
        raise ResourceError(f"{path}:{line}: {error}. Write days as 2024-05-31.") from error
    return Term(person=row["person"], post=row["post"], body=row["body"], since=since, until=until)
