"""Words that may name an event: triggers of the ontology under their conditions, abstractions left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from pipeline.events.candidate import Candidate
from pipeline.events.context import light_verb_of
from pipeline.events.cues import default_cues
from pipeline.events.doubles import without_carriers, without_echoes, without_objects
from pipeline.events.ellipsis import find_elided
from pipeline.events.matching import Match, match_at
from pipeline.events.ontology import Ontology
from pipeline.events.phrases import fold
from pipeline.events.triggers.weigh import Opinions, opinions_on

_MAX_TRIGGER = 50  # characters: beyond it the head word alone is the trigger
_MAX_GAP = 2
_LEARNED = 0.45  # confidence of what the trigger network alone takes for an event


def find_candidates(doc: Doc, ontology: Ontology, *, ask: bool = True) -> tuple[Candidate, ...]:
    """Find the event triggers of headline and body, by offset, at most one at a token.

    The lexicon finds them; where the reader has read the article, the trigger network strikes out those that name no
    event there, and adds words that the lexicon does not know, or whose conditions failed.

    Args:
        doc: the article.
        ontology: with the lexicon.
        ask: whether the network is asked at all.
    """
    roles = line_roles(doc)
    matches = find_matches(doc, roles, ontology)
    entries = {match.head: match.entry for match in matches}
    opinions = opinions_on(doc, roles, entries, ontology) if ask else Opinions()
    at_words = (_at_its_noun(doc, match, _candidate(doc, match, ontology), opinions, ontology) for match in matches)
    found = list({c.head: c for c in at_words}.values())  # two verbs may share a noun
    taken = {i for match in matches for i in (*match.own, *match.companion)}
    found += [learned(doc[i], kind, ontology) for i, kind in opinions.added(taken) if kind in ontology.types]
    found = [_retyped(doc, c, opinions, ontology) for c in found]
    found = [replace(c, share=opinions.share(c.head, c.type)) for c in found]
    told = [c for c in found if c.own_entry or not opinions.strikes_out(c.head, together=_said_together(c))]
    told = list(without_objects(doc, list(without_carriers(doc, told))))
    kept = sorted(without_echoes(doc, told), key=_place)
    elided = [c for c in find_elided(doc, kept, default_cues()) if roles[c.head]]
    return tuple(sorted([*kept, *elided], key=_place))


def _at_its_noun(doc: Doc, match: Match, candidate: Candidate, opinions: Opinions, ontology: Ontology) -> Candidate:
    """Of a verb and a noun apart from it the noun, where the networks rather see the event in it.

    Example: «Выступая 27 ноября на [конференции]», the entry being «выступать на конференции».
    """
    apart = [i for i in match.companion if not candidate.start <= doc[i].idx < candidate.end]
    if candidate.own_entry or not apart or not opinions.has(candidate.head):
        return candidate
    best = max(apart, key=lambda i: opinions.share(i, candidate.type))
    least = max(opinions.heard.told, opinions.share(candidate.head, candidate.type))
    return learned(doc[best], candidate.type, ontology) if opinions.share(best, candidate.type) >= least else candidate


def _retyped(doc: Doc, candidate: Candidate, opinions: Opinions, ontology: Ontology) -> Candidate:
    """Of the type that the networks hold for far likelier; what a user listed stays as it is."""
    kind = opinions.better_type(candidate.head, candidate.type, words=len(candidate.words))
    if kind is None or kind not in ontology.types or candidate.own_entry or candidate.own_type:
        return candidate
    other = learned(doc[candidate.head], kind, ontology)
    share = opinions.share(candidate.head, kind)
    return replace(
        other, start=candidate.start, end=candidate.end, words=candidate.words, light=candidate.light,
        confidence=max(share, _LEARNED),
    )  # fmt: skip


def _said_together(candidate: Candidate) -> bool:
    """Of several words, which the lexicon is seldom wrong of: «провели встречу», «подал в отставку»."""
    return candidate.light is not None or len(candidate.words) > 1


def find_matches(doc: Doc, readable: Sequence[bool], ontology: Ontology) -> list[Match]:
    """The lexicon entries that hold in headline and body, at most one at a token."""
    found: list[Match] = []
    taken: set[int] = set()
    for token in doc:
        match = match_at(token, ontology) if token.i not in taken and readable[token.i] else None
        if match is not None:
            taken.update((*match.own, *match.companion))
            found.append(match)
    return found


def _place(candidate: Candidate) -> tuple[int, int]:
    return candidate.start, candidate.head


def line_roles(doc: Doc) -> list[bool]:
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


def _candidate(doc: Doc, match: Match, ontology: Ontology) -> Candidate:
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
        light=light.i if light else None, entry=word, source=f"learned/{kind}/{word}", confidence=_LEARNED,
        words=(token.i,),
    )  # fmt: skip


def _is_compact(doc: Doc, words: tuple[int, ...]) -> bool:
    """Few words between the first and the last, no break: «возбудили уголовное дело», «подал вчера в отставку»."""
    span = doc[words[0] : words[-1] + 1]
    gap = len(span) - len(words)
    return gap <= _MAX_GAP and len(span.text) <= _MAX_TRIGGER and not any(t.is_punct or t.is_space for t in span)
