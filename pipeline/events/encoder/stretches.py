"""An article as the encoder sees it: stretches of whole sentences in pieces, with marks on names and dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from pipeline.events.encoder.pieces import Pieces

Numbers = NDArray[np.int64]
KINDS = ("person", "organization", "country", "city", "state_or_province", "location", "facility")
DATE, OTHER = len(KINDS) + 1, len(KINDS) + 2  # marks beside those of KINDS, which begin with 1; 0 is no mark
MARKS = len(KINDS) + 3
NO_TOKEN = -1
_MOST = 220  # pieces of a stretch, unless one sentence has more
LIMIT = 512  # places that the encoder knows


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Whole sentences in pieces.

    Attributes:
        pieces: their numbers, with those that open and close a text.
        tokens: index of the token that each is of, `NO_TOKEN` for the outer ones.
        marks: 0, or what each is named as.
    """

    pieces: Numbers
    tokens: Numbers
    marks: Numbers


def cut(doc: Doc, chosen: Sequence[Span], pieces: Pieces) -> list[Stretch]:
    """Put sentences together into stretches.

    Args:
        doc: an article whose names and dates are found.
        chosen: sentences, one behind the other.
        pieces: of the encoder.
    """
    marks = _marks(doc)
    return [_stretch(doc, group, marks, pieces) for group in _grouped(doc, chosen, pieces)]


def _grouped(doc: Doc, chosen: Sequence[Span], pieces: Pieces) -> Iterator[list[int]]:
    """Token indices of as many whole sentences as fit into a stretch."""
    group: list[int] = []
    length = 0
    for sentence in chosen:
        own = sum(len(_pieces(doc, index, pieces)) for index in range(sentence.start, sentence.end))
        if group and length + own > _MOST:
            yield group
            group, length = [], 0
        group.extend(range(sentence.start, sentence.end))
        length += own
    if group:
        yield group


def _pieces(doc: Doc, index: int, pieces: Pieces) -> tuple[int, ...]:
    """None of a line's end; it stands for a space like any other."""
    if doc[index].is_space:
        return ()
    before = doc[index - 1] if index else None
    return pieces.of(doc[index].text, before is None or before.idx + len(before) < doc[index].idx)


def _stretch(doc: Doc, group: Sequence[int], marks: Numbers, pieces: Pieces) -> Stretch:
    numbers, tokens = [pieces.vocabulary.begin], [NO_TOKEN]
    for index in group:
        own = _pieces(doc, index, pieces)
        numbers.extend(own)
        tokens.extend([index] * len(own))
    of = np.array([*tokens[: LIMIT - 1], NO_TOKEN])
    return Stretch(
        pieces=np.array([*numbers[: LIMIT - 1], pieces.vocabulary.end]), tokens=of,
        marks=np.where(of == NO_TOKEN, 0, marks[of]),
    )  # fmt: skip


def _marks(doc: Doc) -> Numbers:
    """Of each token the shortest name that covers it; a date before any name."""
    found = np.zeros(len(doc), dtype=np.int64)
    starts = np.array([token.idx for token in doc])
    for mention in sorted(doc._.mentions, key=lambda m: (m.start - m.end, m.start)):
        kind = KINDS.index(mention.type) + 1 if mention.type in KINDS else OTHER
        found[slice(*np.searchsorted(starts, mention.span))] = kind
    for date in doc._.dates:
        found[slice(*np.searchsorted(starts, date.span))] = DATE
    return found
