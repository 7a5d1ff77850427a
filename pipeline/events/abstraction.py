"""When a trigger word names no particular happening: parts of names, bodies, talk of the kind in general."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.events.context import light_verb_of
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrases import case_of, feature, fold

Rule = Callable[[Token, TriggerEntry, Ontology], bool]
_NAMES = frozenset({"organization", "person", "work_of_art", "facility", "law", "product", "award"})
_GENERIC = frozenset(["любой", "каждый", "всякий", "никакой", "какой-либо", "какой-нибудь", "подобный"])
_SPOKEN = frozenset({"call", "request", "support", "accusation", "threat"})
_COUNTED = frozenset(
    {"meeting", "visit", "session", "call", "deal", "award", "support", "aid", "culture", "competition"}
)
_PARTICULAR = frozenset(
    ["person", "organization", "country", "city", "state_or_province", "district", "location", "facility", "date"]
)


def is_abstract(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """Whether the word names no particular happening here."""
    return any(rule(head, entry, ontology) for rule in RULES)


def within_name(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Суд по правам человека», «Фонд развития»: the word is part of a name of a body or a work."""
    del entry, ontology
    start, end = head.idx, head.idx + len(head)
    around = (m for m in head.doc._.mentions if m.type in _NAMES and m.start <= start and end <= m.end)
    return any(m.span != (start, end) or head.i != head.sent.start for m in around)


def names_a_body(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«министерство обороны», «комиссия по расследованию аварии»: what a body is there for."""
    if entry.word_class == "verb":
        return False
    governor = head.head
    purpose = case_of(head) == "Gen" or any(c.lower_ == "по" for c in head.children)
    return governor != head and purpose and fold(governor.lemma_) in ontology.body_nouns and governor.i < head.i


def speaks_of_any(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«любая встреча», «каждый визит»: one of a kind, no particular one."""
    del entry, ontology
    return any(fold(child.lemma_) in _GENERIC for child in head.children)


def lacks_particulars(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«развитие отношений»: a word that needs a name, a date, a number or a light verb, and has none."""
    if not entry.weak:
        return False
    if light_verb_of(head, ontology) is not None:
        return False
    return not any(_is_particular(word) for word in head.subtree if word != head)


def _is_particular(word: Token) -> bool:
    if word.pos_ in {"PROPN", "NUM"}:
        return True
    return any(m.type in _PARTICULAR and m.start <= word.idx < m.end for m in word.doc._.mentions)


def told_to_do(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Позвоните нам», «поздравляем!», «прошу»: the words are the act, or ask the reader for one."""
    del ontology
    if entry.word_class != "verb":
        return False
    performs = feature(head, "Person") == "1" and feature(head, "Tense") == "Pres" and entry.type in _SPOKEN
    return feature(head, "Mood") == "Imp" or performs


def never_done(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Банк не просит», «не бастуют»: a negated present tells a habit."""
    del ontology
    before = head.nbor(-1).lower_ if head.i > head.sent.start else ""
    return entry.word_class == "verb" and before == "не" and feature(head, "Tense") == "Pres"


def of_several(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«От очных встреч», «без визитов»: a plural of a word that is listed in the singular, without particulars."""
    if entry.word_class == "verb" or feature(head, "Number") != "Plur" or entry.type not in _COUNTED:
        return False
    particular = light_verb_of(head, ontology) is not None or any(_is_particular(w) for w in head.subtree)
    return len(entry.phrase) == 1 and not entry.phrase[0].is_plural and not particular


RULES: tuple[Rule, ...] = (
    within_name,
    names_a_body,
    speaks_of_any,
    lacks_particulars,
    told_to_do,
    never_done,
    of_several,
)
