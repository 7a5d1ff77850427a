"""When a trigger word names no particular happening: parts of names, bodies, talk of the kind in general."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.events.background import BACKGROUND
from pipeline.events.context import in_mention, light_verb_of, subject_of
from pipeline.events.dated import is_dated
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrases import fold
from pipeline.events.phrases_near import in_quoted_name
from pipeline.events.word_features import case_of, feature
from pipeline.language.sentences import sentence_of

Rule = Callable[[Token, TriggerEntry, Ontology], bool]
_NAMES = frozenset({"organization", "person", "work_of_art", "facility", "law", "product", "award"})
_GENERIC = frozenset(["любой", "каждый", "всякий", "какой-либо", "какой-нибудь", "подобный"])
_SPOKEN = frozenset({"call", "request", "support", "accusation", "threat"})
_ATTITUDES = frozenset(
    ["support", "rejection", "attack", "injury", "competition", "accusation", "aid", "award", "death", "birth"]
)
_DECLARED = frozenset({"accusation", "rejection"})
_ACTORS = frozenset({"person", "organization", "country", "city"})
_ACTS = frozenset(["seizure", "other", "deal", "founding", "agreement"])
_MAX_CHAIN = 3
_VALUING = frozenset(
    ["важно", "важный", "трудно", "трудный", "приятно", "сложно", "легко", "лучше", "опасно", "вредно"]
)
_DAY_WORDS = frozenset(["сегодня", "завтра", "вчера", "сейчас", "послезавтра"])
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


def never_done(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Банк не просит», «не бастуют»: a negated present tells a habit."""
    del ontology
    before = head.nbor(-1).lower_ if head.i > sentence_of(head).start else ""
    return entry.word_class == "verb" and before == "не" and feature(head, "Tense") == "Pres"


def usual(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Активисты поддерживают», «закон запрещает»: a present tense of what one does, holds or forbids in general."""
    del ontology
    if entry.word_class != "verb" or feature(head, "Tense") != "Pres" or entry.type not in _ATTITUDES | _ACTS:
        return False
    if entry.type in _DECLARED and _named_subject(head):
        return False
    return not any(_is_date(word) for word in head.subtree)


def _named_subject(head: Token) -> bool:
    """«[Иран] отвергает санкции»: a stand that one takes is an event, what anybody does is none."""
    subject = subject_of(head)
    return subject is not None and in_mention(subject, _ACTORS)


def aimed_at(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Чтобы помочь», «победить важно»: an infinitive that tells a purpose or values an act."""
    del ontology
    if entry.word_class != "verb" or feature(head, "VerbForm") != "Inf" or any(_is_date(w) for w in head.subtree):
        return False
    if any(c.lower_ == "чтобы" for c in head.children):
        return True
    return fold(head.head.lemma_) in _VALUING


def _is_date(word: Token) -> bool:
    spans = (m.span for m in word.doc._.mentions if m.type == "date")
    return word.lower_ in _DAY_WORDS or is_dated(word) or any(start <= word.idx < end for start, end in spans)


def within_quoted_name(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Ураган» of «комплекс «Ураган»»: the word is a name there."""
    del ontology
    return entry.word_class == "noun" and head.is_title and in_quoted_name(head)


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
