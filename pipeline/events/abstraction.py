"""When a trigger word names no particular happening: parts of names, talk of the kind in general, a mere purpose."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.events.background import BACKGROUND
from pipeline.events.context import in_mention, light_verb_of
from pipeline.events.habits import names_a_day, never_done, usual
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrases import fold
from pipeline.events.within_names import names_a_body, within_name, within_quoted_name
from pipeline.events.word_features import feature

Rule = Callable[[Token, TriggerEntry, Ontology], bool]
_GENERIC = frozenset(["любой", "каждый", "всякий", "какой-либо", "какой-нибудь", "подобный"])
_SPOKEN = frozenset({"call", "request", "support", "accusation", "threat"})
_VALUING = frozenset(
    ["важно", "важный", "трудно", "трудный", "приятно", "сложно", "легко", "лучше", "опасно", "вредно"]
)
_COUNTED = frozenset(
    {"meeting", "visit", "session", "call", "deal", "award", "support", "aid", "culture", "competition"}
)
_PARTICULAR = frozenset(
    ["person", "organization", "country", "city", "state_or_province", "district", "location", "facility", "date"]
)


def is_abstract(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """Whether the word names no particular happening here."""
    return any(rule(head, entry, ontology) for rule in RULES)


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
    return in_mention(word, _PARTICULAR)


def told_to_do(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Позвоните нам», «поздравляем!», «прошу»: the words are the act, or ask the reader for one."""
    del ontology
    if entry.word_class != "verb":
        return False
    performs = feature(head, "Person") == "1" and feature(head, "Tense") == "Pres" and entry.type in _SPOKEN
    return feature(head, "Mood") == "Imp" or performs


def aimed_at(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Чтобы помочь», «победить важно»: an infinitive that tells a purpose or values an act."""
    del ontology
    if entry.word_class != "verb" or feature(head, "VerbForm") != "Inf" or any(names_a_day(w) for w in head.subtree):
        return False
    if any(c.lower_ == "чтобы" for c in head.children):
        return True
    return fold(head.head.lemma_) in _VALUING


def of_several(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«От очных встреч», «без визитов»: a plural of a word that is listed in the singular, without particulars."""
    if entry.word_class == "verb" or feature(head, "Number") != "Plur" or entry.type not in _COUNTED:
        return False
    particular = light_verb_of(head, ontology) is not None or any(_is_particular(w) for w in head.subtree)
    particular = particular or any(fold(c.lemma_) == "никакой" for c in head.children)
    return len(entry.phrase) == 1 and not entry.phrase[0].is_plural and not particular


RULES: tuple[Rule, ...] = (
    within_name,
    names_a_body,
    speaks_of_any,
    lacks_particulars,
    told_to_do,
    never_done,
    usual,
    aimed_at,
    within_quoted_name,
    of_several,
    *BACKGROUND,
)
