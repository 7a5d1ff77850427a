"""The parts of a news page: headline, date line, body, signature and photo credit, what the site adds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.language.layout_lexicon import fold, layout_patterns
from pipeline.language.line_context import LineContext
from pipeline.language.line_roles import MAX_TITLE, role_of
from pipeline.records.article import Line, LineRole

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")


def find_lines(text: str, title: str = "") -> tuple[Line, ...]:
    """Find the non-blank lines of a text and the part each plays.

    Args:
        text: the article.
        title: the headline that metadata gives; its line in the text, if any, is a title.
    """
    spans = [_stripped(text, m.start(), m.end()) for m in _LINE.finditer(text) if m.group().strip()]
    lines = [text[start:end] for start, end in spans]
    breaks = [text[above[1] : below[0]] for above, below in pairwise([*spans, (len(text), len(text))])]
    roles = _roles(lines, breaks, title)
    _mark_related(lines, roles)
    return tuple(Line(start=a, end=b, role=r) for (a, b), r in zip(spans, roles, strict=True))


def _roles(lines: Sequence[str], breaks: Sequence[str], title: str) -> list[LineRole]:
    """The part of each line by itself and by what those above it turned out to be."""
    roles: list[LineRole] = []
    titled = False
    for index in range(len(lines)):
        context = LineContext(
            lines=lines, breaks=breaks, index=index, title=title, role_before=roles[-1] if roles else None,
            titled=titled,
        )  # fmt: skip
        roles.append(role_of(context))
        titled = titled or roles[-1] == "title"
    return roles


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip())


def _mark_related(lines: Sequence[str], roles: list[LineRole]) -> None:
    """«Также по теме» alone heads a link: the headline below it, and a lead that is cut with dots."""
    for index, line in enumerate(lines):
        heading = layout_patterns().related.fullmatch(fold(line))
        if heading is None or len(heading["link"].strip(" :.")) > 0:
            continue
        if index + 1 < len(lines) and len(lines[index + 1]) <= MAX_TITLE and roles[index + 1] != "title":
            roles[index + 1] = "navigation"
            if index + 2 < len(lines) and lines[index + 2].endswith(("...", "…")):
                roles[index + 2] = "navigation"
