"""A text cut at every border of what stands in it: spans that nest or cross become runs of flat pieces.

A page that marks the characters 120 to 135 lights up the pieces from 120 to 135, whatever else begins or ends there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.report.texts import Piece

_UNBROKEN = re.compile(r"\S{500}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A span to show: `look` is its class in the page, `hint` what a pointer over it tells, `target` a record's id."""

    start: int
    end: int
    look: str
    hint: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of a paragraph that no border cuts; `look` joins the classes of all that stands here."""

    start: int
    end: int
    text: str
    look: str = ""
    hint: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of the text, in segments; `gap` tells that some of the text before it is not there."""

    segments: tuple[Segment, ...]
    gap: bool = False

    @property
    def unbroken(self) -> bool:
        """Whether a word of it is so long that a browser must be told to break it anywhere: 100 KB took it 15 s."""
        return bool(_UNBROKEN.search("".join(segment.text for segment in self.segments)))


def paragraphs(pieces: Sequence[Piece], layers: Iterable[Layer], borders: Iterable[int] = ()) -> Iterator[Paragraph]:
    """Cut the pieces into lines and the lines into segments.

    Args:
        pieces: the text, or what is known of it, by offset.
        layers: what stands in it, in any order.
        borders: further offsets to cut at: ends of spans that a link can light up.
    """
    ordered = sorted(layers, key=lambda each: (each.start, -each.end))
    cuts = sorted({*borders, *(each.start for each in ordered), *(each.end for each in ordered)})
    at, expected = 0, 0
    for piece in pieces:
        gap = piece.start != expected
        expected = piece.end
        for start, line in _lines(piece):
            while at < len(cuts) and cuts[at] <= start:
                at += 1
            marks = cuts[at : _after(cuts, at, start + len(line))]
            yield Paragraph(segments=tuple(_segments(start, line, marks, ordered)), gap=gap)
            gap = False


def _after(cuts: Sequence[int], at: int, end: int) -> int:
    while at < len(cuts) and cuts[at] < end:
        at += 1
    return at


def _lines(piece: Piece) -> Iterator[tuple[int, str]]:
    start = piece.start
    for line in piece.text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _segments(start: int, line: str, marks: Sequence[int], layers: Sequence[Layer]) -> Iterator[Segment]:
    end = start + len(line)
    here = [each for each in layers if each.start < end and each.end > start]
    for left, right in zip([start, *marks], [*marks, end], strict=True):
        over = [each for each in here if each.start <= left and each.end >= right]
        inner = max(over, key=lambda each: (each.start, -each.end), default=None)
        yield Segment(
            start=left, end=right, text=line[left - start : right - start],
            look=" ".join(dict.fromkeys(each.look for each in over)),
            hint=inner.hint if inner else "", target=next((each.target for each in reversed(over) if each.target), ""),
        )  # fmt: skip
