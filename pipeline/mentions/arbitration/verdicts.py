"""What the reader says of a mention that a rule has found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.mentions.reader.reading import ReadSpan
from pipeline.records.annotations import PLACE_TYPES, Mention

VerdictKind = Literal["agrees", "retypes", "widens", "narrows", "crosses", "silent"]
_CALENDAR = frozenset({"date", "time"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The reader's answer to one mention of a rule; `span` is its rival, none where it agrees or says nothing.

    Attributes:
        kind: `agrees` (same offsets and type), `retypes` (same offsets, another type), `widens`, `narrows` and
            `crosses` (a span of the same family that holds it, lies in it, overlaps it), `silent`.
    """

    kind: VerdictKind
    span: ReadSpan | None = None


def family(kind: str) -> str:
    """Types that stand for one another: places of all sorts, dates and clock times."""
    return "place" if kind in PLACE_TYPES else "calendar" if kind in _CALENDAR else kind


class ReaderVerdicts:
    """The spans of one article's reading, looked up by mention."""

    def __init__(self, spans: Sequence[ReadSpan]) -> None:
        """Index the spans by their offsets."""
        self._spans = spans
        self._at = {(span.start, span.end): span for span in spans}

    def of(self, mention: Mention) -> Verdict:
        """Judge one mention.

        Example: «апреле 2015 года» is widened to «В апреле 2015 года».
        """
        same = self._at.get(mention.span)
        if same is not None:
            return Verdict(kind="agrees") if same.type == mention.type else Verdict(kind="retypes", span=same)
        rival = max(self._rivals(mention), key=lambda span: (_shared(mention, span), span.confidence), default=None)
        if rival is None:
            return Verdict(kind="silent")
        return Verdict(kind=_kind(mention, rival), span=rival)

    def _rivals(self, mention: Mention) -> Iterator[ReadSpan]:
        own = family(mention.type)
        return (s for s in self._spans if s.start < mention.end and mention.start < s.end and family(s.type) == own)


def _shared(mention: Mention, span: ReadSpan) -> float:
    """Common characters over all characters of both."""
    both = min(mention.end, span.end) - max(mention.start, span.start)
    return both / (max(mention.end, span.end) - min(mention.start, span.start))


def _kind(mention: Mention, span: ReadSpan) -> VerdictKind:
    if span.start <= mention.start and mention.end <= span.end:
        return "widens"
    return "narrows" if mention.start <= span.start and span.end <= mention.end else "crosses"
