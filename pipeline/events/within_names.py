"""When a trigger word is part of a name: of a body and what it is there for, of a work, of a thing in quotes."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.context import in_quoted_name
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrases import fold
from pipeline.language.features import case_of
from pipeline.language.sentences import sentence_of

_NAMES = frozenset({"organization", "person", "work_of_art", "facility", "law", "product", "award"})
_MAX_CHAIN = 3


def within_name(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Суд по правам человека», «Фонд развития»: the word is part of a name of a body or a work."""
    del entry, ontology
    start, end = head.idx, head.idx + len(head)
    around = (m for m in head.doc._.mentions if m.type in _NAMES and m.start <= start and end <= m.end)
    return any(m.span != (start, end) or head.i != sentence_of(head).start for m in around)


def names_a_body(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«министерство обороны», «комиссия по расследованию аварии»: what a body is there for."""
    if entry.word_class == "verb":
        return False
    below, governor = head, head.head
    for _ in range(_MAX_CHAIN):
        if governor == below or governor.pos_ not in {"NOUN", "PROPN"} or governor.i > below.i:
            return False
        purpose = case_of(below) == "Gen" or any(c.lower_ == "по" for c in below.children)
        if purpose and fold(governor.lemma_) in ontology.body_nouns:
            return True
        below, governor = governor, governor.head
    return False


def within_quoted_name(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Ураган» of «комплекс «Ураган»»: the word is a name there."""
    del ontology
    return entry.word_class == "noun" and head.is_title and in_quoted_name(head)
