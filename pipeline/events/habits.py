"""When a trigger word tells what is done in general: a habit, an attitude, what anybody does, most of many."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.context import in_mention, subject_of
from pipeline.events.cues import default_cues
from pipeline.events.dated import is_dated
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrases import fold
from pipeline.events.word_features import feature, imperfective
from pipeline.language.sentences import sentence_of

_STANCES = frozenset({"support", "cooperation", "aid"})
_NEAR = 3
_ATTITUDES = frozenset(
    ["support", "rejection", "attack", "injury", "competition", "accusation", "aid", "award", "death", "birth"]
)
_DECLARED = frozenset({"accusation", "rejection"})
_ACTORS = frozenset({"person", "organization", "country", "city"})
_ACTS = frozenset(["seizure", "other", "deal", "founding", "agreement"])
_DAY_WORDS = frozenset(["сегодня", "завтра", "вчера", "сейчас", "послезавтра"])


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
    return not any(names_a_day(word) for word in head.subtree)


def _named_subject(head: Token) -> bool:
    """«[Иран] отвергает санкции»: a stand that one takes is an event, what anybody does is none."""
    subject = subject_of(head)
    return subject is not None and in_mention(subject, _ACTORS)


def names_a_day(word: Token) -> bool:
    """Whether a word is of a date, or one like «вчера»."""
    spans = (m.span for m in word.doc._.mentions if m.type == "date")
    return word.lower_ in _DAY_WORDS or is_dated(word) or any(start <= word.idx < end for start, end in spans)
