"""Candidates made from what the lexicon matches and from what the networks alone take for an event."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.events.candidate import Candidate
from pipeline.events.context import light_verb_of
from pipeline.events.matching import Match
from pipeline.events.ontology import Ontology
from pipeline.events.phrases import fold

_MAX_TRIGGER = 50  # characters: beyond it the head word alone is the trigger
_MAX_GAP = 2
LEARNED = 0.45  # confidence of what the trigger network alone takes for an event


def matched(doc: Doc, match: Match, ontology: Ontology) -> Candidate:
    """What an entry of the lexicon finds; its trigger is all of its words where they stand close together."""
    entry, head = match.entry, doc[match.head]
    words = tuple(sorted({*match.own, *match.companion}))
    trigger = words if entry.word_class == "verb" and _is_compact(doc, words) else match.own
    light = light_verb_of(head, ontology) if entry.word_class == "noun" else None
    return Candidate(
        type=entry.type, plover=ontology.types[entry.type].plover, head=match.head, start=doc[trigger[0]].idx,
        end=doc[trigger[-1]].idx + len(doc[trigger[-1]]), light=light.i if light else None, entry=entry.key,
        source=entry.source, confidence=entry.confidence, words=words, roles=entry.roles,
        own_type=ontology.types[entry.type].own, own_entry=entry.own,
    )  # fmt: skip


def learned(token: Token, kind: str, ontology: Ontology) -> Candidate:
    """What the lexicon passes over and the trigger network takes for an event."""
    light = light_verb_of(token, ontology) if token.pos_ in {"NOUN", "PROPN"} else None
    word = fold(token.lemma_)
    return Candidate(
        type=kind, plover=ontology.types[kind].plover, head=token.i, start=token.idx, end=token.idx + len(token),
        light=light.i if light else None, entry=word, source=f"learned/{kind}/{word}", confidence=LEARNED,
        words=(token.i,),
    )  # fmt: skip


def _is_compact(doc: Doc, words: tuple[int, ...]) -> bool:
    """Few words between the first and the last, no break: «возбудили уголовное дело», «подал вчера в отставку»."""
    span = doc[words[0] : words[-1] + 1]
    gap = len(span) - len(words)
    return gap <= _MAX_GAP and len(span.text) <= _MAX_TRIGGER and not any(t.is_punct or t.is_space for t in span)
