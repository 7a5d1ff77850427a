"""The body that stands behind a name: «политолог Иван Орлов из Института Азии», «защитник Пётр Ли («Локомотив»)»."""

from __future__ import annotations

from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import Named, NamedSpans, fold

_FROM = frozenset({"из", "("})
_MARKS = frozenset({"«", '"', "„", "“"})
_BETWEEN = 4  # tokens between «из» and the name of the body: «из компании «Заря»», «из НПО «Орбита»»
_MAX_LEGAL_FORM = 4


def body_behind(named: NamedSpans, person: Named) -> str:
    """Key of the body from which the article says a person is, empty where it tells none."""
    doc = named.doc
    opening = person.last + 1
    if opening >= len(doc) or doc[opening].lower_ not in _FROM:
        return ""
    for index in range(opening + 1, min(opening + 1 + _BETWEEN, len(doc))):
        found = named.at(index)
        if found is not None:
            return "" if found.is_person or found.is_place else found.entity
        token = doc[index]
        legal_form = token.text.isupper() and len(token) <= _MAX_LEGAL_FORM
        introduces = token.text in _MARKS or token.pos_ == "ADJ" or post_lexicon().is_body(fold(token.lemma_))
        if not (legal_form or introduces):
            return ""
    return ""
