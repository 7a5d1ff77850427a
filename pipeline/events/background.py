"""When a trigger word belongs to the telling, not to what is told: footnotes, press talk, posts, mere reasons.

The list at the end has the rules for habits and for other senses of a word as well.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.events import habits, senses
from pipeline.events.cues import default_cues
from pipeline.events.dated import is_dated
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrases import fold
from pipeline.events.word_features import feature
from pipeline.language.sentences import sentence_of

Rule = Callable[[Token, TriggerEntry, Ontology], bool]
_REASONS = frozenset({"disaster", "outbreak"})
_NEAR = 3
_MAX_CHAIN = 3


def in_legal_note(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«* Организация признана террористической по решению суда», «(движение запрещено в стране)»: by duty."""
    del entry, ontology
    sentence = sentence_of(head)
    first = next((t for t in sentence if not t.is_space), head)
    if first.text.startswith("*"):
        return True
    if fold(head.lemma_) not in default_cues().banning:
        return False
    before = list(head.doc[max(sentence.start, head.i - 12) : head.i])
    in_brackets = "(" in (texts := [t.text for t in before]) and ")" not in texts[texts.index("(") :]
    defined = any(t.text in {"—", "–"} and fold(t.nbor(1).lemma_) in default_cues().banned_bodies for t in before)
    return (in_brackets or defined) and (feature(head, "Voice") == "Pass" or head.pos_ == "NOUN")


def with_the_press(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Сказал в беседе с корреспондентом», «в разговоре с изданием»: where the words were said, no meeting."""
    del ontology
    if entry.type not in {"meeting", "call"} or fold(head.lemma_) not in default_cues().talks:
        return False
    start = max(sentence_of(head).start, head.i - _NEAR)
    if not any(t.lower_ in {"в", "во"} for t in head.doc[start : head.i]):
        return False
    following = list(head.doc[head.i + 1 : min(head.i + 5, sentence_of(head).end)])
    if not following or following[0].lower_ not in {"с", "со"}:
        return False
    return any(_is_press(t) for t in following[1:] if t.pos_ in {"NOUN", "PROPN", "X"})


def _is_press(token: Token) -> bool:
    bodies = (m for m in token.doc._.mentions if m.type == "organization")
    return fold(token.lemma_) in default_cues().press or any(m.start <= token.idx < m.end for m in bodies)


def names_a_post(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Комиссар по политике соседства и переговорам», «представитель по расследованиям»: what one is there for."""
    del ontology
    if entry.word_class == "verb":
        return False
    noun = head
    for _ in range(_MAX_CHAIN):
        if noun.dep_ not in {"conj", "nmod"}:
            return False
        if any(c.lower_ == "по" for c in noun.children) and feature(noun.head, "Animacy") == "Anim":
            return noun.dep_ == "nmod"
        noun = noun.head
    return False


def a_mere_reason(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Рейс отменён из-за метели»: weather that is told as a reason alone, with no name, number or day of its own."""
    del ontology
    if entry.word_class != "noun" or entry.type not in _REASONS:
        return False
    because = any(c.lower_ in {"из-за", "ввиду"} for c in head.children)
    return because and not any(t.pos_ in {"PROPN", "NUM"} or is_dated(t) for t in head.subtree)


BACKGROUND: tuple[Rule, ...] = (
    in_legal_note,
    with_the_press,
    senses.meant_for,
    senses.by_the_signs,
    habits.habitual,
    habits.stance,
    habits.in_general,
    habits.of_most,
    senses.returns_nowhere,
    senses.closes_a_quote,
    senses.of_the_retired,
    senses.rests_on,
    senses.earns,
    names_a_post,
    a_mere_reason,
)
