"""Reads a user's decisions on identity, and refuses those that contradict each other before anything is read.

CSV with the columns `decision` (same or different), `left` and `right`: a name, an `entity_id` or a `mention_id` each.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from pipeline.entities.phrases.folding import fold
from pipeline.errors import ResourceError
from pipeline.mentions.gazetteer_in_use import load_gazetteer
from pipeline.user_files import Cells, UserFile, read_cells

_COLUMNS = ("decision", "left", "right")
_ID = re.compile(r"(?:e-)?([A-Za-z0-9.-]+-m\d+-\d+-[A-Za-z0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line: that `left` and `right` are one, or that they are not; `where` is its file and line.

    That a name is the same as itself says that all who bear it are one.
    """

    decision: Literal["same", "different"]
    left: str
    right: str
    where: str


def read_decisions(files: Iterable[UserFile]) -> tuple[Told, ...]:
    """Read the lines of all files.

    Raises:
        ResourceError: a malformed line, or lines that contradict each other.
    """
    told = tuple(
        _told(cells)
        for file in files
        for cells in read_cells(file.read_text(), str(file.path), columns=_COLUMNS, needed=_COLUMNS)
    )
    check_decisions(told)
    return told


def _told(cells: Cells) -> Told:
    found = {column: cells.by_column.get(column, "") for column in _COLUMNS}
    decision = found["decision"]
    if decision not in {"same", "different"}:
        raise ResourceError(f"{cells.where}: unknown decision {decision!r}. Write same or different.")
    empty = [column for column in _COLUMNS if not found[column]]
    if empty:
        raise ResourceError(f"{cells.where}: {empty[0]} is empty. Write a name, an entity_id or a mention_id.")
    if decision == "different" and meaning(found["left"]) == meaning(found["right"]):
        raise ResourceError(f"{cells.where}: left and right name one thing. Write ids to tell namesakes apart.")
    return Told(
        decision=cast('Literal["same", "different"]', decision),
        left=found["left"], right=found["right"], where=cells.where,
    )  # fmt: skip


def check_decisions(told: Sequence[Told]) -> None:
    """Refuse a `different` whose two sides the lines with `same` make one, be it over several.

    Raises:
        ResourceError: with the lines that contradict each other.
    """
    joins: dict[str, list[tuple[str, Told]]] = {}
    for each in told:
        if each.decision == "same":
            left, right = meaning(each.left), meaning(each.right)
            joins.setdefault(left, []).append((right, each))
            joins.setdefault(right, []).append((left, each))
    for each in told:
        chain = _chain(joins, meaning(each.left), meaning(each.right)) if each.decision == "different" else []
        if chain:
            raise ResourceError(
                f"{each.where}: «{each.left}» and «{each.right}» are to be different, but are made the same by "
                f"{', '.join(dict.fromkeys(link.where for link in chain))}. Take out one of these lines."
            )


def _chain(joins: Mapping[str, Sequence[tuple[str, Told]]], start: str, end: str) -> list[Told]:
    """The shortest chain of lines from one thing to another, empty if there is none."""
    reached: dict[str, list[Told]] = {start: []}
    waiting = deque([start])
    while waiting and end not in reached:
        at = waiting.popleft()
        for other, link in joins.get(at, ()):
            if other not in reached:
                reached[other] = [*reached[at], link]
                waiting.append(other)
    return reached.get(end, [])


def meaning(reference: str) -> str:
    """What two references must share to mean one thing for certain, before any article is read.

    An entity's id is that of its first mention with `e-` before it; a name that the gazetteer knows is its key.
    """
    found = _ID.fullmatch(reference)
    if found:
        return found.group(1)
    gazetteer = load_gazetteer()
    entry = gazetteer.entry(reference)
    named = (entry,) if entry else gazetteer.named(reference)
    return named[0].key if len(named) == 1 else fold(reference)
