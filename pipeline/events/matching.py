"""Does a lexicon entry hold at a token: its words, its word class, its companions, its subject and object."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.events.abstraction import is_abstract
from pipeline.events.arguments.verb_forms import VERBAL
from pipeline.events.context import acts, has_preposition, is_human, is_place, objects_of, subject_of
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrase_matching import match_phrase
from pipeline.events.phrases import fold
from pipeline.events.phrases_near import find_phrase_near
from pipeline.events.word_features import feature
from pipeline.language.features import case_of

_NOMINAL = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An entry that holds: its head token, its own words and those of its companion phrase, as token indices."""

    entry: TriggerEntry
    head: int
    own: tuple[int, ...]
    companion: tuple[int, ...]


def match_at(token: Token, ontology: Ontology) -> Match | None:
    """The first entry that holds from this token on: longest phrase first, then those whose context tells the type."""
    for entry in ontology.index.get(fold(token.lemma_), ()):
        found = match_entry(token, entry, ontology)
        if found is not None:
            return found
    return None


def match_entry(token: Token, entry: TriggerEntry, ontology: Ontology) -> Match | None:
    """Try one entry at a token."""
    own = match_phrase(token.doc, entry.phrase, token.i)
    if not own:
        return None
    head = _head_word(token.doc, own, entry)
    if not _right_class(head, entry) or any(find_phrase_near(head, phrase) for phrase in entry.excluded):
        return None
    if entry.human_subject and not _human_subject(head, ontology):
        return None
    companion = _companion(head, entry, ontology)
    if companion is None or is_abstract(head, entry, ontology):
        return None
    return Match(entry=entry, head=head.i, own=own, companion=companion)


def _head_word(doc: Doc, words: tuple[int, ...], entry: TriggerEntry) -> Token:
    """The noun of «телефонный разговор», the first of «прекращение огня», the verb of «не поддержать»."""
    wanted = _NOMINAL if entry.word_class == "noun" else VERBAL
    return next((doc[i] for i in words if doc[i].pos_ in wanted), doc[words[0]])


def _right_class(head: Token, entry: TriggerEntry) -> bool:
    if entry.word_class == "verb" and head.pos_ in _NOMINAL:  # «погибших», but not «пропасть» the abyss
        return not fold(head.text).startswith(fold(head.lemma_)[:-1])
    if entry.word_class == "verb":
        return head.pos_ in {"VERB", "AUX", "ADJ"}
    return head.pos_ in {"NOUN", "PROPN", "ADJ", "X"}


def _human_subject(head: Token, ontology: Ontology) -> bool:
    """Who acts is a person or a body; what a passive is said of is acted on («заявка отклонена палатой»)."""
    subject = None if feature(head, "Voice") == "Pass" else subject_of(head)
    return subject is None or acts(subject, ontology)


def _names_no_agent(head: Token) -> bool:
    """«Убиты двое», but not «убит грабителями», «убит из ружья братом»."""
    agents = (c for c in head.children if case_of(c) == "Ins" and not has_preposition(c))
    return feature(head, "Variant") == "Short" and not any(c.pos_ in {"NOUN", "PROPN", "PRON"} for c in agents)


def _companion(head: Token, entry: TriggerEntry, ontology: Ontology) -> tuple[int, ...] | None:
    """Words of the companion phrase that was found, `()` where none is needed, `None` where it is missing."""
    if entry.agentless and not _names_no_agent(head):
        return None
    if not entry.is_conditional or (entry.agentless and not entry.companions):
        return ()
    for phrase in entry.companions:
        found = find_phrase_near(head, phrase)
        if found:
            return found
    if entry.object == "place" and any(is_place(word) for word in objects_of(head)):
        return ()
    if entry.object != "human":
        return None
    objects = list(objects_of(head))
    unsaid = not objects and feature(head, "Variant") == "Short" and subject_of(head) is None
    return () if unsaid or any(is_human(word, ontology) for word in objects) else None
