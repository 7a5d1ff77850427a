"""Who speaks where: the speaker of the direct speech that a word lies in."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.records.annotations import Quote


def speaker_at(doc: Doc, offset: int) -> str:
    """The speaker of the direct speech that an offset lies in."""
    return next((quote.speaker for quote in _direct_at(doc, offset) if quote.speaker), "")


def speech_start(doc: Doc, offset: int) -> int:
    """Where the direct speech begins that an offset lies in, the offset itself outside of any."""
    return max((quote.start for quote in _direct_at(doc, offset)), default=offset)


def _direct_at(doc: Doc, offset: int) -> Iterator[Quote]:
    return (quote for quote in doc._.quotes if quote.kind == "direct" and quote.start <= offset < quote.end)
