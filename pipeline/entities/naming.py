"""What a mention may be named: for people the parts of the name, for bodies and places nominatives and an entry."""

from __future__ import annotations

from collections.abc import Sequence, Set

from spacy.tokens import Doc

from pipeline.entities.known import find_entry, is_named, known_names, look_up, look_up_of_state
from pipeline.entities.name_context import find_name_evidence
from pipeline.entities.people.families import share_surnames
from pipeline.entities.people.forms import read_parts
from pipeline.entities.people.person import PersonMention
from pipeline.entities.person_context import find_person_evidence
from pipeline.entities.phrases.named import NamedMention
from pipeline.entities.phrases.nominative import PhraseCandidate, find_nominatives
from pipeline.entities.phrases.shared_nouns import shared_noun
from pipeline.entities.phrases.streets import shared_street
from pipeline.entities.quoted import follows_generic_word
from pipeline.language.text import text_of
from pipeline.mentions.adjectives import country_of_adjective
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.records.annotations import PLACE_TYPES, Mention, family

_PLAUSIBLE = 0.02  # share that a candidate needs to be looked up
_NAMING = frozenset({"name", "abbreviation"})


def is_persons_name(mention: Mention) -> bool:
    """Whether it names a person, not a description or a pronoun."""
    return mention.type == "person" and mention.kind == "name"


def named_people(doc: Doc, mentions: Sequence[Mention]) -> tuple[PersonMention, ...]:
    """Names of people, taken to pieces, with what stands around them."""
    named = [(i, m) for i, m in enumerate(mentions) if is_persons_name(m)]
    people = [
        PersonMention(index=i, form=read_parts(m.text), evidence=find_person_evidence(doc, m.start, m.end))
        for i, m in named
    ]
    return share_surnames(text_of(doc), mentions, people)


def named_things(doc: Doc, mentions: Sequence[Mention]) -> list[NamedMention]:
    """Names of bodies and places with the nominatives that each may have and the entry that one of them means."""
    chosen = [
        (i, m) for i, m in enumerate(mentions) if family(m.type) in {"organization", "location"} and m.kind in _NAMING
    ]
    context = {m.gazetteer for _, m in chosen if m.gazetteer}
    return [_named_thing(doc, i, mention, context) for i, mention in chosen]


def _named_thing(doc: Doc, index: int, mention: Mention, context: Set[str]) -> NamedMention:
    candidates = _candidates(doc, mention)
    names = [candidate.name for candidate in candidates if candidate.share > _PLAUSIBLE]
    entry = find_entry(mention.gazetteer) or look_up(names, mention.type, context) or _of_state(doc, mention, names)
    if entry and not mention.gazetteer:
        candidates = tuple(c for c in candidates if is_named(entry, c.name)) or candidates
    return NamedMention(
        index=index, family=family(mention.type), candidates=candidates, gazetteer=entry.key if entry else "",
        formal=entry.name if entry else "", known=known_names(entry),
    )  # fmt: skip


def _of_state(doc: Doc, mention: Mention, names: Sequence[str]) -> GazetteerEntry | None:
    """«Российский МИД» is the ministry of Russia."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None or len(span) < 2 or mention.type != "organization":
        return None
    state = country_of_adjective(span[0].lemma_) if span[0].pos_ == "ADJ" else ""
    return look_up_of_state(names, state) if state else None


def _candidates(doc: Doc, mention: Mention) -> tuple[PhraseCandidate, ...]:
    if mention.kind == "abbreviation" or follows_generic_word(doc, mention.start, mention.end):
        return (PhraseCandidate(mention.text, 1.0),)
    if mention.source.endswith("shared-street") and (street := shared_street(doc, mention.start, mention.end)):
        return (PhraseCandidate(street, 1.0),)
    evidence = find_name_evidence(doc, mention.start, mention.end)
    noun = shared_noun(doc, mention.start, mention.end) if mention.source.endswith("shared-noun") else ""
    return find_nominatives(f"{mention.text} {noun}".rstrip(), evidence, place=mention.type in PLACE_TYPES)
