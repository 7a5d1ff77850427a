"""A line of a news page among its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records.article import LineRole

HEAD_LINES = 4
TAIL_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LineContext:
    """A line among its neighbours.

    `breaks` holds the white space below each line, `role_before` is what the line above it turned out to be.
    """

    lines: Sequence[str]
    breaks: Sequence[str]
    index: int
    title: str
    role_before: LineRole | None
    titled: bool

    @property
    def line(self) -> str:
        """The line itself."""
        return self.lines[self.index]

    @property
    def before(self) -> str:
        """The line above, empty at the top."""
        return self.lines[self.index - 1] if self.index else ""

    @property
    def after(self) -> str:
        """The line below, empty at the end."""
        return self.lines[self.index + 1] if self.index + 1 < len(self.lines) else ""

    @property
    def near_edge(self) -> bool:
        """Whether it is one of the first lines or of the last."""
        return self.index < HEAD_LINES or self.index >= len(self.lines) - TAIL_LINES
