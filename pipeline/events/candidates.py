"""Words that may name an event: triggers of the ontology under their conditions, abstractions left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.events.candidate import Candidate
from pipeline.events.cues import default_cues
from pipeline.events.doubles import without_carriers, without_echoes, without_objects
from pipeline.events.ellipsis import find_elided
from pipeline.events.matching import Match, match_at
from pipeline.events.new_candidates import LEARNED, learned, matched
from pipeline.events.ontology import Ontology
from pipeline.events.triggers.weigh import Opinions, opinions_on


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
    found = list(_at_their_nouns(doc, matches, opinions, ontology))
    taken = {i for match in matches for i in (*match.own, *match.companion)}
    found += [learned(doc[i], kind, ontology) for i, kind in opinions.added(taken) if kind in ontology.types]
    found = [_retyped(doc, c, opinions, ontology) for c in found]
    found = [replace(c, share=opinions.share(c.type, *c.words)) for c in found]
    told = [c for c in found if c.own_entry or not opinions.strikes_out(_said_together(c))]
    told = list(without_objects(doc, list(without_carriers(doc, told))))
    kept = sorted(without_echoes(doc, told), key=_place)
    elided = [c for c in find_elided(doc, kept, default_cues()) if roles[c.head]]
    return tuple(sorted([*kept, *elided], key=_place))


def _at_their_nouns(doc: Doc, matches: Sequence[Match], opinions: Opinions, ontology: Ontology) -> Iterator[Candidate]:
    """What the lexicon finds; a verb's candidate at the noun apart from it where the networks rather see the event.

    Example: «Выступая 27 ноября на [конференции]», the entry being «выступать на конференции».
    """
    heads = {match.head for match in matches}
    for match in matches:
        candidate = matched(doc, match, ontology)
        noun = _noun_apart(doc, match, candidate)
        if noun is None or noun in heads or not _rather_at(noun, candidate, opinions):
            yield candidate
        else:
            heads.add(noun)
            yield learned(doc[noun], candidate.type, ontology)


def _noun_apart(doc: Doc, match: Match, candidate: Candidate) -> int | None:
    """The noun that a verb of the shipped lexicon goes with, if it stands outside of the trigger."""
    if match.entry.own or match.entry.word_class != "verb":
        return None
    apart = (i for i in match.companion if not candidate.start <= doc[i].idx < candidate.end)
    return next((i for i in apart if doc[i].pos_ in {"NOUN", "PROPN"}), None)


def _rather_at(noun: int, candidate: Candidate, opinions: Opinions) -> bool:
    least = max(opinions.heard.told, opinions.share(candidate.type, candidate.head))
    return candidate.head in opinions.words and opinions.share(candidate.type, noun) >= least


def _retyped(doc: Doc, candidate: Candidate, opinions: Opinions, ontology: Ontology) -> Candidate:
    """Of the type that the networks hold for far likelier; what a user listed stays as it is."""
    kind = opinions.better_type(candidate.head, candidate.type, words=len(candidate.words))
    if kind is None or kind not in ontology.types or candidate.own_entry or candidate.own_type:
        return candidate
    other = learned(doc[candidate.head], kind, ontology)
    share = opinions.share(kind, *candidate.words)
    return replace(
        other, start=candidate.start, end=candidate.end, words=candidate.words, light=candidate.light,
        confidence=max(share, LEARNED),
    )  # fmt: skip


def _said_together(candidate: Candidate) -> tuple[int, ...]:
    """The trigger's words with its light verb: of several the lexicon is seldom wrong («провели встречу»)."""
    return candidate.words if candidate.light is None else (*candidate.words, candidate.light)


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
