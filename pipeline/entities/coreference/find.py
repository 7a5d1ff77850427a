"""Mentions that only coreference adds: descriptions and pronouns with the entity they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from pipeline.entities.coreference.adjectives import country_of_adjective
from pipeline.entities.coreference.bodies import find_bodies
from pipeline.entities.coreference.demonstratives import find_demonstratives
from pipeline.entities.coreference.descriptions import Description, find_descriptions
from pipeline.entities.coreference.members import find_members
from pipeline.entities.coreference.profiles import Profile, find_profiles
from pipeline.entities.coreference.pronouns import antecedent_described, antecedent_of, find_pronouns, resolve_pronoun
from pipeline.entities.coreference.resolve import Resolution, resolve_description
from pipeline.entities.spans import NamedSpans, fold
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of
from pipeline.language.text import text_of
from pipeline.mentions.quotes.find import find_direct
from pipeline.records.annotations import Mention, MentionKind


def find_coreference(doc: Doc) -> list[Mention]:
    """Mentions of kind nominal and pronoun, in the order of the text."""
    named = NamedSpans(doc)
    profiles = find_profiles(named, doc._.positions)
    resolved = list(_resolved(named, profiles))
    spoken = [piece.span for piece in find_direct(doc)]  # a speaker's «он» is not the author's
    sides = list(_sides(named))
    found = [_mention(doc, (d.first, d.last), r.entity, "nominal", r.reason, "person") for d, r in resolved]
    found += _pronouns(named, resolved, profiles, spoken)
    found += [*_taking_up(named), *sides, *_of_sides(named, sides)]
    found += _demonstratives(named, _described(doc, found), profiles, spoken)
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _resolved(named: NamedSpans, profiles: Mapping[str, Profile]) -> Iterator[tuple[Description, Resolution]]:
    """Descriptions of people whose meaning is known: «белорусский лидер»."""
    titles = frozenset(title for profile in profiles.values() for title in profile.titles)
    for description in find_descriptions(named, named.doc._.positions, titles):
        if (resolution := resolve_description(named, description, profiles)) is not None:
            yield description, resolution


def _pronouns(
    named: NamedSpans,
    resolved: Sequence[tuple[Description, Resolution]],
    profiles: Mapping[str, Profile],
    spoken: Sequence[tuple[int, int]],
) -> Iterator[Mention]:
    """«он», «она» for someone whom a name or a description has told before."""
    antecedents = [antecedent_of(named, person) for person in named.people]
    antecedents += [antecedent_described(description, resolution.entity) for description, resolution in resolved]
    antecedents.sort(key=lambda antecedent: antecedent.index)
    for token, gender in find_pronouns(iter(named.doc)):
        if _is_spoken(token, spoken) or (entity := resolve_pronoun(token, gender, antecedents, profiles)) is None:
            continue
        yield _mention(named.doc, (token.i, token.i), entity, "pronoun", "coreference.pronoun-subject", "person")


def _demonstratives(
    named: NamedSpans,
    described: Mapping[int, Mention],
    profiles: Mapping[str, Profile],
    spoken: Sequence[tuple[int, int]],
) -> Iterator[Mention]:
    """«тот» for whoever was named last."""
    genders = {key: profile.gender for key, profile in profiles.items()}
    for token, entity, kind in find_demonstratives(named, described, genders):
        if not _is_spoken(token, spoken):
            yield _mention(named.doc, (token.i, token.i), entity, "pronoun", "coreference.demonstrative", kind)


def _is_spoken(token: Token, spoken: Sequence[tuple[int, int]]) -> bool:
    """Within direct speech."""
    return any(start <= token.idx < end for start, end in spoken)


def _described(doc: Doc, found: list[Mention]) -> dict[int, Mention]:
    """Each token of the descriptions and nouns that were found."""
    spans = ((m, doc.char_span(m.start, m.end)) for m in found if m.kind == "nominal")
    return {token.i: mention for mention, span in spans if span is not None for token in span}


def _taking_up(named: NamedSpans) -> Iterator[Mention]:
    """«ведомство» for the ministry, «депутаты» for the council."""
    for reason, rule in (("coreference.body-noun", find_bodies), ("coreference.members", find_members)):
        for token, entity in rule(named):
            kind = named.entities[entity].type
            yield _mention(named.doc, (token.i, token.i), entity, "nominal", reason, kind)


def _sides(named: NamedSpans) -> Iterator[Mention]:
    """«армянская сторона» for the country."""
    for token in named.doc:
        if fold(token.lemma_) != "сторона" or token.i == 0:
            continue
        country = country_of_adjective(named, named.doc[token.i - 1])
        if country is not None and "Plur" not in features(token, "Number"):
            kind = named.entities[country].type
            yield _mention(named.doc, (token.i - 1, token.i), country, "nominal", "coreference.side", kind)


def _of_sides(named: NamedSpans, sides: list[Mention]) -> Iterator[Mention]:
    """«армянская сторона …, и они попросили»: the side named before in the sentence."""
    for side in sides:
        opening = next(token for token in named.doc if token.idx >= side.start)
        pronouns = (t for t in sentence_of(opening) if t.i > opening.i and t.lower_ == "они" and t.pos_ == "PRON")
        for token in pronouns:
            reason = "coreference.side-pronoun"
            yield _mention(named.doc, (token.i, token.i), side.entity, "pronoun", reason, side.type)


def _mention(doc: Doc, tokens: tuple[int, int], entity: str, kind: MentionKind, reason: str, type_: str) -> Mention:
    """A mention over the tokens from the first to the last of the pair."""
    start, end = doc[tokens[0]].idx, doc[tokens[1]].idx + len(doc[tokens[1]])
    return Mention(
        start=start, end=end, text=text_of(doc)[start:end], type=type_, kind=kind, entity=entity, source=reason,
        confidence=0.85,
    )  # fmt: skip
