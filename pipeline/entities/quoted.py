"""Names in quotation marks: in «ёлочки» after a generic word the nominative stays."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.entities.lexicon import name_words
from pipeline.language.text import text_of

_OPENING = frozenset('«"“„')


def follows_generic_word(doc: Doc, start: int, end: int) -> bool:
    """Whether a generic word («компания», «завод») carries the case, so that the quoted name stays in the nominative.

    Example: «акции компании «Волга-Фуд»» against «акции «Волга-Фуда»».
    """
    text = text_of(doc)
    if not start or text[start - 1] not in _OPENING:
        return False
    span = doc.char_span(max(start - 2, 0), start, alignment_mode="expand")
    before = (
        next((t for t in reversed(list(span)) if not t.is_space and t.text not in _OPENING), None) if span else None
    )
    return before is not None and bool({before.lemma_, before.lower_} & name_words().generic)
