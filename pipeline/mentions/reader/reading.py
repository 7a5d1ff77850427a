"""What the trained reader finds in an article: spans, relations between them, states of its pieces."""

from __future__ import annotations

from collections.abc import Mapping
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
class Reading:
    """What one article holds, spans and relations in the order of their offsets; `source` names the reader.

    `states` are what the network made of each piece, by the offset at which it begins.
    """

    source: str
    spans: tuple[ReadSpan, ...]
    relations: tuple[ReadRelation, ...]
    states: Mapping[int, NDArray[np.float32]] = field(default_factory=dict)

    def without_states(self) -> Reading:
        """The same without what the network made of each piece: some megabytes an article."""
        return replace(self, states={})

    def span_confidences(self) -> dict[MentionKey, float]:
        """Every span with its confidence."""
        return {span.key: span.confidence for span in self.spans}

    def relation_confidences(self) -> dict[tuple[str, MentionKey, MentionKey], float]:
        """Every relation, as type, head and tail, with its confidence."""
        return {(link.type, link.head.key, link.tail.key): link.confidence for link in self.relations}
