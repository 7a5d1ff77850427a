"""Stretches in quotation marks, over paragraphs where they run on, nested marks left inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.records.annotations import Span

_MARK = re.compile(r"[«»„“”\"]")
_MAX_PARAGRAPHS = 6
_CLOSES_BOTH = re.compile(r"»(?=[,.!?…]*\s*(?:[—–-]\s|$|[.]))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch between outer quotation marks; `start`/`end` without them, `group` the start of the whole speech."""

    start: int
    end: int
    group: int


def find_marked(text: str, lines: Sequence[Span]) -> Iterator[Marked]:
    """Yield the outer stretches in marks in order.

    A speech that opens a mark in every paragraph («A…⏎«B») gives one stretch a paragraph, joined by `group`.
    """
    index = 0
    while index < len(lines):
        found, open_at = _of_line(text, lines[index])
        yield from (Marked(start=a, end=b, group=a) for a, b in found)
        if open_at is not None and (rest := _runs_on(text, lines, index)) is not None:
            yield from _paragraphs(text, lines, open_at, rest)
            index = rest[0]
        elif open_at is not None and (end := _shared_close(text, open_at, lines[index][1])) is not None:
            yield Marked(start=open_at, end=end, group=open_at)
        index += 1


def _of_line(text: str, line: Span) -> tuple[list[Span], int | None]:
    """Closed outer stretches of one line, and where an outer one is left open."""
    found: list[Span] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, *line):
        mark, at = match.group(), match.start()
        if _opens(text, mark, at, stack):
            stack.append((mark, at + 1))
        elif stack:
            _, start = stack.pop()
            if not stack:
                found.append((start, at))
    return found, stack[0][1] if stack else None


def _opens(text: str, mark: str, at: int, stack: list[tuple[str, int]]) -> bool:
    if mark in "«„":
        return True
    if mark in "»”":
        return False
    if stack and stack[-1][0] == "„":
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    opening = before.isspace() or before in "(—–-«/["
    if mark == '"' and stack and stack[-1][0] == '"' and not opening:
        return False
    return bool(opening and after and not after.isspace())


def _runs_on(text: str, lines: Sequence[Span], index: int) -> tuple[int, int] | None:
    """The later line in which the speech that this line leaves open is closed, and the offset where."""
    if "»" in text[slice(*lines[index])] and _shared_close(text, *lines[index]) is not None:
        return None
    depth = 1
    for later in range(index + 1, min(index + _MAX_PARAGRAPHS, len(lines))):
        for match in _MARK.finditer(text, *lines[later]):
            if match.group() == "«" and match.start() > lines[later][0]:
                depth += 1
            elif match.group() == "»":
                depth -= 1
            if depth == 0:
                return later, match.start()
    return None


def _paragraphs(text: str, lines: Sequence[Span], start: int, rest: tuple[int, int]) -> Iterator[Marked]:
    last, end = rest
    begun = start
    line = next(i for i, (a, b) in enumerate(lines) if a <= start <= b)
    for later in range(line + 1, last + 1):
        if text[lines[later][0]] == "«":
            yield Marked(start=begun, end=lines[later - 1][1], group=start)
            begun = lines[later][0] + 1
    yield Marked(start=begun, end=end, group=start)


def _shared_close(text: str, start: int, end: int) -> int | None:
    """One mark that closes a name and the speech around it: «Мы купим «Рассвет», — сказал N."""
    closing = [m.start() for m in _CLOSES_BOTH.finditer(text, start, end)]
    return closing[-1] if closing else None
