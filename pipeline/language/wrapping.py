"""Text that was wrapped by hand: every line as full as the width lets it, so that a capital below begins no sentence.

«… встретился с премьером / Николом Пашиняном …»: the next word would not have fitted into the line above.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.records.article import Line

_WIDTHS = range(40, 121)
_MIN_WRAPPED = 3
_SHARE_WRAPPED = 0.9
_ENDS = ".!?…:;"


def wrapped_width(text: str, lines: Sequence[Line]) -> int | None:
    """Characters that a line of the text holds, `None` where it is not wrapped.

    It is where three breaks and more come before a sentence ends, one at least before a small letter, and nine of ten
    of them behind a full line. Lines of a list differ in length; a paragraph on one line is wider than `_WIDTHS`.
    """
    body = [line for line in lines if line.role == "body"]
    width = max((line.end - line.start for line in body), default=0)
    if width not in _WIDTHS:
        return None
    inside = [(a, b) for a, b in pairwise(lines) if in_one_paragraph(text, a, b)]
    full = [line for above, line in inside if is_full(text, above, line, width)]
    wrapped = len(full) >= max(_MIN_WRAPPED, _SHARE_WRAPPED * len(inside))
    return width if wrapped and any(text[line.start].islower() for line in full) else None


def is_full(text: str, above: Line, line: Line, width: int) -> bool:
    """The first word of a line would not have fitted into the one above it."""
    first = text[line.start : line.end].partition(" ")[0]
    return above.end - above.start + 1 + len(first) > width


def in_one_paragraph(text: str, above: Line, line: Line) -> bool:
    """Adjoining lines of which the upper one ends no sentence."""
    return adjoin(text, above, line) and text[above.end - 1] not in _ENDS


def adjoin(text: str, above: Line, line: Line) -> bool:
    """Lines of the body with one break between them."""
    return above.role == line.role == "body" and text[above.end : line.start].count("\n") == 1
