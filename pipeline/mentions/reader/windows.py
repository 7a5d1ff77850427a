"""Windows: as many whole sentences as fit, so that a sentence is read with its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.mentions.reader.pieces import Span

MAX_PIECES = 400
MAX_WIDTH = 12  # pieces of the widest mention; 0.14 % of NEREL's are wider


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Neighbouring sentences: `pieces` as offsets, `sentences` the number of the sentence of each piece."""

    pieces: tuple[Span, ...]
    sentences: tuple[int, ...]


def pack_windows(sentences: Sequence[Sequence[Span]], *, limit: int = MAX_PIECES) -> Iterator[Window]:
    """Pack the sentences of an article, given as pieces, into windows of at most `limit` pieces."""
    pieces: list[Span] = []
    numbers: list[int] = []
    for number, sentence in enumerate(sentences):
        for at in range(0, len(sentence), limit):
            part = sentence[at : at + limit]
            if len(pieces) + len(part) > limit:
                yield Window(pieces=tuple(pieces), sentences=tuple(numbers))
                pieces, numbers = [], []
            pieces += part
            numbers += [number] * len(part)
    if pieces:
        yield Window(pieces=tuple(pieces), sentences=tuple(numbers))
