"""Who speaks where: the speaker of the direct speech that a word lies in."""

from __future__ import annotations

from spacy.tokens import Doc


def speaker_at(doc: Doc, offset: int) -> str:
    """The speaker of the direct speech that an offset lies in."""
    within = (q for q in doc._.quotes if q.kind == "direct" and q.start <= offset < q.end)
    return next((q.speaker for q in within if q.speaker), "")


def speech_start(doc: Doc, offset: int) -> int:
    """Where the direct speech begins that an offset lies in, the offset itself outside of any."""
    return max((q.start for q in doc._.quotes if q.kind == "direct" and q.start <= offset < q.end), default=offset)
