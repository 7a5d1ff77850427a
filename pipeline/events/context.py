"""What stands around a trigger in its clause: subject, objects, light verb, people or things."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.events.ontology import Ontology
from pipeline.events.phrases import case_of, feature, fold

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_VERBAL = frozenset({"VERB", "AUX"})
_PEOPLE = frozenset({"person", "organization", "country", "profession", "family"})
_PERSONAL = frozenset(["я", "ты", "он", "она", "мы", "вы", "они", "кто", "который", "себя"])


def subject_of(verb: Token) -> Token | None:
    """The noun that a verb says something of; for a participle the noun it belongs to, `None` where left out."""
    found = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if found is not None:
        return found
    if verb.dep_ in {"acl", "amod"} and verb.head != verb and feature(verb, "VerbForm") == "Part":
        return None if feature(verb, "Voice") == "Pass" else verb.head
    if verb.dep_ in {"xcomp", "conj", "csubj"} and verb.head.pos_ in _VERBAL and verb.head != verb:
        return subject_of(verb.head)
    return None


def objects_of(verb: Token) -> Iterator[Token]:
    """What the verb acts on: accusatives without a preposition, the subject of a passive, the noun of a participle."""
    passive = feature(verb, "Voice") == "Pass"
    for child in verb.children:
        direct = child.dep_ in {"obj", "iobj"} and case_of(child) in {"Acc", "Gen", ""}
        acted_on = passive and child.dep_ in _SUBJECTS
        if direct or acted_on or (case_of(child) == "Acc" and not has_preposition(child)):
            yield child
    if passive and verb.dep_ in {"acl", "amod"} and verb.head != verb:
        yield verb.head


def has_preposition(word: Token) -> bool:
    """Whether a preposition governs the word."""
    return any(child.dep_ == "case" or child.pos_ == "ADP" for child in word.children)


def is_human(word: Token, ontology: Ontology) -> bool:
    """Whether a word means a person or a group of persons: «посла», «их», «делегацию», a name."""
    if word.pos_ == "PRON":
        return fold(word.lemma_) in _PERSONAL
    if feature(word, "Animacy") == "Anim" or fold(word.lemma_) in ontology.group_nouns:
        return True
    if word.pos_ == "NUM" or (word.pos_ == "ADJ" and word.dep_ != "amod"):
        return True  # «двоих задержали», «третьего взяли»
    return any(m.type in _PEOPLE and m.start <= word.idx < m.end for m in word.doc._.mentions)


def light_verb_of(noun: Token, ontology: Ontology) -> Token | None:
    """The verb that only carries the event noun: «провели» of «провели встречу», «состоявшейся» of a participle."""
    head = noun.head
    if head != noun and fold(head.lemma_) in ontology.light_verbs and head.pos_ in _VERBAL | {"ADJ"}:
        return head
    return next(
        (c for c in noun.children if c.dep_ in {"acl", "amod"} and fold(c.lemma_) in ontology.light_verbs), None
    )
