"""When a trigger word tells what is done in general: a habit, an attitude, what anybody does, most of many."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.cues import default_cues
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrases import fold
from pipeline.events.word_features import feature, imperfective
from pipeline.language.sentences import sentence_of

_STANCES = frozenset({"support", "cooperation", "aid"})
_NEAR = 3


def habitual(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Гости обязательно посещали сад», «ты приезжаешь в город»: what one used to do, or anybody does."""
    del ontology
    if entry.word_class != "verb":
        return False
    if feature(head, "Person") == "2" and feature(head, "Number") == "Sing":
        return True
    if _dated(head):
        return False
    near = head.doc[max(sentence_of(head).start, head.i - _NEAR) : min(head.i + _NEAR, sentence_of(head).end)]
    return imperfective(head) and any(t.lower_ in default_cues().habitual for t in near)


def stance(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Поддерживал реформы», «страны сотрудничают»: an imperfective verb without a day tells an attitude."""
    del ontology
    to_come = any(c.pos_ == "AUX" for c in head.children)  # «будут вместе наблюдать»
    wont = entry.word_class == "verb" and entry.type in _STANCES and imperfective(head)
    return wont and not to_come and not _dated(head)


def in_general(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Возможность приезжать в Париж»: an imperfective infinitive without a day, but for «начал строить»."""
    del ontology
    if entry.word_class != "verb" or feature(head, "VerbForm") != "Inf" or not imperfective(head):
        return False
    if any(c.pos_ == "AUX" for c in head.children):
        return False  # «будут закупать»
    governor = fold(head.head.lemma_)
    return governor not in default_cues().phases | default_cues().achieve and not _dated(head)


def of_most(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«В большинстве матчей»: a share of many, none of them in particular."""
    del ontology
    before = head.doc[max(sentence_of(head).start, head.i - 2) : head.i]
    return entry.word_class == "noun" and any(fold(t.lemma_) in default_cues().most for t in before)


def _dated(verb: Token) -> bool:
    """Whether the sentence names a day."""
    start, end = sentence_of(verb).start_char, sentence_of(verb).end_char
    return any(start <= d.start < end for d in verb.doc._.dates)
