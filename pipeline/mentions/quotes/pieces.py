"""What the finders of direct speech exchange: a stretch of text, and the pieces the author's words leave of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from pipeline.language.text import lines_of
from pipeline.records.annotations import Span

Style = Literal["dash", "marks", "interview", "label", "indirect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePiece:
    """One uninterrupted piece of speech.

    Attributes:
        group: offset of the first piece of the speech it belongs to.
        style: the typography that shows it; «indirect» for reported speech.
        author: the author's words that go with it («сказал N»), `None` where there are none.
        before: whether the author's words stand before the speech («N сказал: …»).
    """

    start: int
    end: int
    group: int
    style: Style
    author: Span | None = None
    before: bool = False

    @property
    def span(self) -> Span:
        """Offsets as a pair."""
        return self.start, self.end


def tokens_within(doc: Doc, start: int, end: int) -> list[Token]:
    """Words and punctuation that begin within the offsets; no white space."""
    first = bisect_left(doc, start, key=lambda token: token.idx)
    last = bisect_left(doc, end, key=lambda token: token.idx)
    return [token for token in doc[first:last] if not token.is_space]


def trimmed(text: str, start: int, end: int) -> Span:
    """Offsets without the white space at both ends and without the comma that leads over to the author's words."""
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return start, end


def speech_lines(doc: Doc) -> Sequence[Span]:
    """Offsets of the lines where people can speak: headline and body."""
    return [(line.start, line.end) for line in lines_of(doc) if line.role in {"title", "body"}]
