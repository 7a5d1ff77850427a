"""Words that may name an event: triggers of the ontology under their conditions, abstractions left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.events.abstraction import is_abstract
from pipeline.events.context import acts, is_human, is_noun_participle, light_verb_of, objects_of, subject_of
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrases import case_of, feature, find_phrase_near, fold, match_phrase

_MAX_TRIGGER = 50  # characters: beyond it the head word alone is the trigger
_MAX_GAP = 2
_DIRECT_CASES = frozenset({"Nom", "Acc", "Gen", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A word that may name an event.

    Attributes:
        head: index of the token that governs the event's arguments.
        start, end: offsets of the trigger with the words that make it one («возбудили уголовное дело»).
        light: index of the light verb that carries an event noun («провели встречу»), if any.
        words: indices of all tokens of the trigger, in order.
        entry: the words of the lexicon entry that found it; `source` names its type too.
    """

    type: str
    plover: str
    head: int
    start: int
    end: int
    light: int | None
    entry: str
    source: str
    confidence: float
    words: tuple[int, ...] = ()


def find_candidates(doc: Doc, ontology: Ontology) -> tuple[Candidate, ...]:
    """Find the event triggers of headline and body, by offset, at most one at a token."""
    found: list[Candidate] = []
    taken: set[int] = set()
    roles = _line_roles(doc)
    for token in doc:
        if token.i in taken or not roles[token.i]:
            continue
        candidate = _candidate_at(token, ontology)
        if candidate:
            taken.update(candidate.words)
            found.append(candidate)
    kept = _without_echoes(doc, list(_without_objects(doc, found)))
    return tuple(sorted(kept, key=lambda c: (c.start, c.head)))


def _line_roles(doc: Doc) -> list[bool]:
    """For each token whether it stands in headline or body; without an article all do."""
    if doc._.article is None:
        return [not token.is_space for token in doc]
    readable = [False] * len(doc)
    lines = [line for line in doc._.article.lines if line.role in {"title", "body"}]
    at = 0
    for line in lines:
        while at < len(doc) and doc[at].idx < line.start:
            at += 1
        while at < len(doc) and doc[at].idx < line.end:
            readable[at] = not doc[at].is_space
            at += 1
    return readable


def _candidate_at(token: Token, ontology: Ontology) -> Candidate | None:
    for entry in ontology.index.get(fold(token.lemma_), ()):
        words = _match_entry(token, entry, ontology)
        if words:
            return _candidate(token.doc, entry, words, ontology)
    return None


def _match_entry(token: Token, entry: TriggerEntry, ontology: Ontology) -> tuple[int, ...]:
    words = match_phrase(token.doc, entry.phrase, token.i, by_case=False)
    if not words:
        return ()
    head = _head_word(token.doc, words, entry)
    if not _right_class(head, entry) or any(find_phrase_near(head, phrase) for phrase in entry.excluded):
        return ()
    if entry.human_subject and not _human_subject(head, ontology):
        return ()
    companion = _companion(head, entry, ontology)
    if companion is None or is_abstract(head, entry, ontology):
        return ()
    return tuple(sorted({*words, *companion}))


def _head_word(doc: Doc, words: tuple[int, ...], entry: TriggerEntry) -> Token:
    """The noun of «телефонный разговор», the first of «прекращение огня», the verb of a verb phrase."""
    wanted = {"NOUN", "PROPN"} if entry.word_class == "noun" else {"VERB", "AUX"}
    return next((doc[i] for i in words if doc[i].pos_ in wanted), doc[words[0]])


def _right_class(head: Token, entry: TriggerEntry) -> bool:
    if entry.word_class == "verb":
        return head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}
    return head.pos_ in {"NOUN", "PROPN", "ADJ", "X"}


def _human_subject(head: Token, ontology: Ontology) -> bool:
    subject = subject_of(head)
    return subject is None or acts(subject, ontology)


def _companion(head: Token, entry: TriggerEntry, ontology: Ontology) -> tuple[int, ...] | None:
    """Words of the companion phrase that was found, `()` where none is needed, `None` where it is missing."""
    if not entry.is_conditional:
        return ()
    for phrase in entry.companions:
        found = find_phrase_near(head, phrase)
        if found:
            return found
    if not entry.human_object:
        return None
    objects = list(objects_of(head))
    unsaid = not objects and feature(head, "Variant") == "Short" and subject_of(head) is None
    return () if unsaid or any(is_human(word, ontology) for word in objects) else None


def _candidate(doc: Doc, entry: TriggerEntry, words: tuple[int, ...], ontology: Ontology) -> Candidate:
    head = _head_word(doc, words, entry) if entry.word_class == "noun" else _verb_head(doc, words, entry)
    own = words if entry.word_class == "verb" and _is_compact(doc, words) else _own_words(doc, entry, head)
    start, end = doc[own[0]].idx, doc[own[-1]].idx + len(doc[own[-1]])
    light = light_verb_of(head, ontology) if entry.word_class == "noun" else None
    return Candidate(
        type=entry.type,
        plover=ontology.types[entry.type].plover,
        head=head.i,
        start=start,
        end=end,
        light=light.i if light else None,
        entry=entry.key,
        source=entry.source,
        confidence=entry.confidence,
        words=words,
    )


def _is_compact(doc: Doc, words: tuple[int, ...]) -> bool:
    """Few words between the first and the last, no break: «возбудили уголовное дело», «подал вчера в отставку»."""
    span = doc[words[0] : words[-1] + 1]
    gap = len(span) - len(words)
    return gap <= _MAX_GAP and len(span.text) <= _MAX_TRIGGER and not any(t.is_punct or t.is_space for t in span)


def _own_words(doc: Doc, entry: TriggerEntry, head: Token) -> tuple[int, ...]:
    """The words of the entry itself around its head, without those of its context."""
    for start in range(max(0, head.i - len(entry.phrase) - 1), head.i + 1):
        found = match_phrase(doc, entry.phrase, start)
        if head.i in found:
            return found
    return (head.i,)


def _verb_head(doc: Doc, words: tuple[int, ...], entry: TriggerEntry) -> Token:
    lemmas = entry.phrase[0].lemmas
    return next((doc[i] for i in words if fold(doc[i].lemma_) in lemmas), doc[words[0]])


def _without_objects(doc: Doc, found: list[Candidate]) -> Iterator[Candidate]:
    """Leave out the noun that a trigger verb of its own type governs: «подписали соглашение» is one event."""
    verbs = {c.head: c for c in found if doc[c.head].pos_ in {"VERB", "AUX", "ADJ"}}
    for candidate in found:
        head = doc[candidate.head]
        governor = verbs.get(head.head.i) or next((verbs[c.i] for c in head.children if c.i in verbs), None)
        same = governor is not None and governor.type == candidate.type and governor.head != candidate.head
        if same and head.pos_ in {"NOUN", "PROPN"} and case_of(head) in _DIRECT_CASES:
            continue
        yield candidate


def _without_echoes(doc: Doc, found: list[Candidate]) -> Iterator[Candidate]:
    """Leave out «погибшие», «пострадавшим» where the article tells of deaths and injuries in words of their own."""
    told = {c.type for c in found if not is_noun_participle(doc[c.head])}
    for candidate in found:
        if candidate.type not in told or not is_noun_participle(doc[candidate.head]):
            yield candidate
