"""Candidates by the gazetteer: every stretch of the article that bears one of its names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.mentions.gazetteer import GazetteerEntry
from pipeline.mentions.matching import name_index
from pipeline.records.annotations import MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerSpan:
    """Tokens `first` to `last` (exclusive) of the `Doc` with the entries whose name they bear."""

    first: int
    last: int
    kind: MentionKind
    entries: tuple[GazetteerEntry, ...]
    cases: frozenset[str]


def find_gazetteer_spans(doc: Doc) -> Iterator[GazetteerSpan]:
    """Yield the names of the gazetteer, never over the end of a sentence or a line."""
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        for match in name_index().find([token.text for token in tokens]):
            yield GazetteerSpan(
                first=tokens[match.first].i, last=tokens[match.last - 1].i + 1, kind=match.kind,
                entries=match.entries, cases=match.cases,
            )  # fmt: skip
