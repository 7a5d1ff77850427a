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
    span = doc.char_span(start, end, alignment_mode="expand")
    left = reversed(doc[: span.start]) if span is not None else ()
    before = next((t for t in left if not t.is_space and t.text not in _OPENING), None)
    return before is not None and bool({before.lemma_, before.lower_} & name_words().generic)
