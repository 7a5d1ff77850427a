"""Mentions as displaCy draws them, with the colours that the report uses for their types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spacy import displacy
from spacy.tokens import Doc

from pipeline.records.annotations import PLACE_TYPES, Mention

_COLOURS = {
    **dict.fromkeys(("person", "family", "nationality", "profession"), "#cfe6cc"),
    "organization": "#cfe3f3",
    **dict.fromkeys(PLACE_TYPES, "#ecd8ee"),
    **dict.fromkeys(("date", "time", "age"), "#f5dfb4"),
}
_OTHER = "#e4e0d4"


def render_spans(doc: Doc, mentions: Iterable[Mention], *, nested: bool, page: bool) -> str:
    """HTML of the text with the mentions; offsets are theirs, whatever group of `doc.spans` holds them."""
    found = list(mentions)
    drawn = _nested(doc, found) if nested else _flat(doc, found)
    options = {"colors": {m.type: _COLOURS.get(m.type, _OTHER) for m in found}}
    style = "span" if nested else "ent"
    return str(displacy.render(drawn, style=style, manual=True, jupyter=False, page=page, options=options))


def _nested(doc: Doc, mentions: Iterable[Mention]) -> dict[str, Any]:
    found = (doc.char_span(m.start, m.end, label=m.type, alignment_mode="expand") for m in mentions)
    spans = [
        {"start_token": span.start, "end_token": span.end, "label": span.label_, "kb_id": "", "kb_url": "#"}
        for span in found
        if span is not None
    ]
    return {"text": doc.text, "spans": spans, "tokens": [token.text for token in doc]}


def _flat(doc: Doc, mentions: Iterable[Mention]) -> dict[str, Any]:
    entities = [{"start": m.start, "end": m.end, "label": m.type} for m in _longest(mentions)]
    return {"text": doc.text, "title": None, "ents": entities}


def _longest(mentions: Iterable[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
