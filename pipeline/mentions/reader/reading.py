"""What the trained reader finds in an article: spans, relations between them, what it makes of any span and piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.records.annotations import MentionKey


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSpan:
    """A span of text with its type in lower case and the probability that both are right."""

    start: int
    end: int
    type: str
    confidence: float

    @property
    def key(self) -> MentionKey:
        """Offsets and type, as a mention has them."""
        return self.start, self.end, self.type


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRelation:
    """A relation between two spans of one window."""

    type: str
    head: ReadSpan
    tail: ReadSpan
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowShares:
    """Probabilities of every short span of a window.

    Attributes:
        starts, ends: number of the piece that begins, that ends at an offset of the article.
        shares: pieces x widths - 1 x (none, types).
    """

    starts: Mapping[int, int]
    ends: Mapping[int, int]
    shares: NDArray[np.float32]

    def of(self, start: int, end: int) -> NDArray[np.float32] | None:
        """(none, types) of a span between two offsets; `None` where pieces do not cut there, or it is too long."""
        first, last = self.starts.get(start), self.ends.get(end)
        if first is None or last is None or not 0 <= last - first < self.shares.shape[1]:
            return None
        return np.asarray(self.shares[first, last - first])

    def likely(self, numbers: Sequence[int], least: float) -> Iterator[tuple[int, int]]:
        """Offsets of the spans whose probabilities of some types add up to at least `least`, in their order."""
        starts, ends = list(self.starts), list(self.ends)
        for first, width in np.argwhere(self.shares[..., numbers].sum(axis=-1) >= least).tolist():
            if first + width < len(ends):
                yield starts[first], ends[first + width]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one article holds, spans and relations in the order of their offsets; `source` names the reader.

    `states` are what the network made of each piece, by the offset at which it begins; `windows` what it thinks of
    every span, with `types` as the names of their columns but the first.
    """

    source: str
    spans: tuple[ReadSpan, ...]
    relations: tuple[ReadRelation, ...]
    states: Mapping[int, NDArray[np.float32]] = field(default_factory=dict)
    types: tuple[str, ...] = ()
    windows: tuple[WindowShares, ...] = ()

    def without_states(self) -> Reading:
        """The same without what the network made of each piece: some megabytes an article."""
        return replace(self, states={}, windows=())

    def without_windows(self) -> Reading:
        """The same without what the network thinks of every span: as much again."""
        return replace(self, windows=())

    def shares_of(self, start: int, end: int) -> NDArray[np.float32]:
        """Probabilities of none and of each type for a span; surely none where the network was not asked."""
        for window in self.windows:
            if (shares := window.of(start, end)) is not None:
                return shares
        nothing = np.zeros(len(self.types) + 1, dtype=np.float32)
        nothing[0] = 1.0
        return nothing

    def likely_spans(self, types: Iterable[str], least: float) -> list[tuple[int, int]]:
        """Offsets of the spans that are of one of these types with a probability of at least `least`."""
        numbers = [self.types.index(each) + 1 for each in types if each in self.types]
        return [span for window in self.windows for span in window.likely(numbers, least)]

    def span_confidences(self) -> dict[MentionKey, float]:
        """Every span with its confidence."""
        return {span.key: span.confidence for span in self.spans}

    def relation_confidences(self) -> dict[tuple[str, MentionKey, MentionKey], float]:
        """Every relation, as type, head and tail, with its confidence."""
        return {(link.type, link.head.key, link.tail.key): link.confidence for link in self.relations}
