"""Names in quotation marks: in «ёлочки» after a generic word the nominative stays."""

from __future__ import annotations

from spacy.tokens import Doc

_OPENING = frozenset('«"“„')


def stands_in_quotes_after_noun(doc: Doc, start: int, end: int) -> bool:
    """Whether a generic word carries the case, so that the quoted name is in the nominative already.

    Example: «акции компании «Волга-Фуд»» against «акции «Волга-Фуда»».
    """
    text = doc.text
    if not start or text[start - 1] not in _OPENING:
        return False
    span = doc.char_span(max(start - 2, 0), start, alignment_mode="expand")
    before = (
        next((t for t in reversed(list(span)) if not t.is_space and t.text not in _OPENING), None) if span else None
    )
    return before is not None and before.pos_ in {"NOUN", "PROPN"} and not before.is_sent_end
