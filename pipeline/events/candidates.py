"""Words that may name an event: triggers of the ontology under their conditions, abstractions left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from pipeline.events.context import has_preposition, is_noun_participle, light_verb_of
from pipeline.events.cues import default_cues
from pipeline.events.ellipsis import find_elided
from pipeline.events.matching import Match, match_at
from pipeline.events.ontology import Ontology, Role
from pipeline.events.phrases import case_of, fold
from pipeline.events.triggers.weigh import LEAST_ADDED, Opinions, opinions_on

_MAX_TRIGGER = 50  # characters: beyond it the head word alone is the trigger
_MAX_GAP = 2
_VAGUE = 0.6  # confidence of a verb that names its event in the absence of anything better
_ATTRIBUTIVE = frozenset({"acl", "acl:relcl", "amod"})
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
        roles: the entry's own roles, empty where those of its type hold.
        own_type: its type is of a user's file, of which no list of types knows.
        own_entry: the entry is of a user's file: it holds whatever the network takes the word for.
        share: the trigger network's probability that it names an event of its type, 0 where it was not asked.
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
    roles: tuple[Role, ...] = ()
    own_type: bool = False
    own_entry: bool = False
    share: float = 0.0


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
    found = [_candidate(doc, match, ontology) for match in matches]
    taken = {i for match in matches for i in (*match.own, *match.companion)}
    found += [learned(doc[i], kind, ontology) for i, kind in opinions.added(taken) if kind in ontology.types]
    found = [replace(c, share=opinions.share(c.head, c.type)) for c in found]
    told = list(_without_objects(doc, list(_without_carriers(doc, found))))
    told = [c for c in _without_echoes(doc, told) if _stays(c) or not opinions.strikes_out(c.head)]
    kept = sorted(told, key=_place)
    elided = [c for c in find_elided(doc, kept, default_cues()) if roles[c.head]]
    return tuple(sorted([*kept, *elided], key=_place))


def _stays(candidate: Candidate) -> bool:
    """Whatever the network holds: what a user listed, and words that say it together («провели встречу»)."""
    return candidate.own_entry or candidate.light is not None or len(candidate.words) > 1


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
        type=entry.type,
        plover=ontology.types[entry.type].plover,
        head=match.head,
        start=doc[trigger[0]].idx,
        end=doc[trigger[-1]].idx + len(doc[trigger[-1]]),
        light=light.i if light else None,
        entry=entry.key,
        source=entry.source,
        confidence=entry.confidence,
        words=words,
        roles=entry.roles,
        own_type=ontology.types[entry.type].own,
        own_entry=entry.own,
    )


def learned(token: Token, kind: str, ontology: Ontology) -> Candidate:
    """What the lexicon passes over and the trigger network takes for an event."""
    light = light_verb_of(token, ontology) if token.pos_ in {"NOUN", "PROPN"} else None
    word = fold(token.lemma_)
    return Candidate(
        type=kind, plover=ontology.types[kind].plover, head=token.i, start=token.idx, end=token.idx + len(token),
        light=light.i if light else None, entry=word, source=f"learned/{kind}/{word}", confidence=LEAST_ADDED,
        words=(token.i,),
    )  # fmt: skip


def _is_compact(doc: Doc, words: tuple[int, ...]) -> bool:
    """Few words between the first and the last, no break: «возбудили уголовное дело», «подал вчера в отставку»."""
    span = doc[words[0] : words[-1] + 1]
    gap = len(span) - len(words)
    return gap <= _MAX_GAP and len(span.text) <= _MAX_TRIGGER and not any(t.is_punct or t.is_space for t in span)


def _without_carriers(doc: Doc, found: list[Candidate]) -> Iterator[Candidate]:
    """Leave out a verb of many senses that is said of an event noun: «открыли форум», «выставка закрылась» are one."""
    nouns = {c.head for c in found if doc[c.head].pos_ in {"NOUN", "PROPN"}}
    carriers = {c.light for c in found if c.light is not None}
    for candidate in found:
        vague = candidate.confidence <= _VAGUE and len(candidate.words) == 1
        if not vague or not (candidate.head in carriers or nouns & _told_of(doc[candidate.head])):
            yield candidate


def _told_of(verb: Token) -> set[int]:
    """What a verb is said of: its subject and object, the noun that it is an attribute of."""
    if verb.pos_ in {"NOUN", "PROPN"}:
        return set()
    said_of = {c.i for c in verb.children if c.dep_ in {"nsubj", "nsubj:pass", "obj"}}
    return said_of | {verb.head.i} if verb.dep_ in _ATTRIBUTIVE else said_of


def _without_objects(doc: Doc, found: list[Candidate]) -> Iterator[Candidate]:
    """Leave out the noun that a trigger verb of its own type governs: «подписали соглашение» is one event."""
    verbs = {c.head: c for c in found if doc[c.head].pos_ in {"VERB", "AUX", "ADJ"}}
    for candidate in found:
        head = doc[candidate.head]
        governor = verbs.get(head.head.i) or next(
            (verbs[c.i] for c in head.children if c.i in verbs and c.dep_ in _ATTRIBUTIVE), None
        )
        same = governor is not None and governor.type == candidate.type and governor.head != candidate.head
        direct = case_of(head) in _DIRECT_CASES and head.dep_ not in {"obl", "advmod"} and not has_preposition(head)
        if same and direct and head.pos_ in {"NOUN", "PROPN"}:
            continue
        yield candidate


def _without_echoes(doc: Doc, found: list[Candidate]) -> Iterator[Candidate]:
    """Leave out «погибшие», «пострадавшим» where the article tells of deaths and injuries in words of their own."""
    told = {c.type for c in found if not is_noun_participle(doc[c.head])}
    for candidate in found:
        if candidate.type not in told or not is_noun_participle(doc[candidate.head]):
            yield candidate
