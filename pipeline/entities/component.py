"""The component that says who is who: nominative names for mentions, one entity for each thing they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.entities.context import find_name_evidence, find_person_evidence
from pipeline.entities.known import (
    PLACES,
    family,
    find_entry,
    is_named,
    is_regional,
    known_entity,
    known_names,
    look_up,
    look_up_of_state,
)
from pipeline.entities.people.display import full_name, name_parts
from pipeline.entities.people.forms import read_parts
from pipeline.entities.people.identity import find_people
from pipeline.entities.people.nobody import is_nobody
from pipeline.entities.people.person import Person, PersonMention
from pipeline.entities.phrases.abbreviations import find_definitions, find_parallel_names
from pipeline.entities.phrases.display import fullest_name
from pipeline.entities.phrases.folding import fold, is_latin
from pipeline.entities.phrases.identity import find_named, settle_names
from pipeline.entities.phrases.named import Named, NamedMention
from pipeline.entities.phrases.nominative import PhraseCandidate, find_nominatives
from pipeline.entities.phrases.streets import shared_street
from pipeline.entities.quoted import follows_generic_word
from pipeline.entities.transliteration import transliterate
from pipeline.language.text import text_of
from pipeline.mentions.adjectives import country_of_adjective
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.records.annotations import Entity, Mention

_PLAUSIBLE = 0.02  # share that a candidate needs to be looked up
_NAMING = frozenset({"name", "abbreviation"})


@Language.factory(
    "svodka_entities", assigns=["doc._.entities", "doc._.mentions"], requires=["doc._.mentions", "token.morph"]
)
def create_entities(nlp: Language, name: str) -> EntityResolver:
    """Factory of the component."""
    return EntityResolver()


class EntityResolver:
    """Fills `name` and `entity` of mentions of people, bodies and places and writes `doc._.entities`."""

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the names of one article."""
        doc._.mentions, doc._.entities = resolve_entities(doc, doc._.mentions)
        return doc


def resolve_entities(doc: Doc, mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Find the entities of one article and the mentions with their nominative and their entity's key."""
    entities: list[Entity] = []
    filled: dict[int, Mention] = {}
    parallel = find_parallel_names(text_of(doc), mentions)
    for person in find_people([m for m in _people(doc, mentions) if m.index not in parallel]):
        if is_nobody(doc, person, mentions):
            continue
        person.mentions += [i for i, original in parallel.items() if original in person.mentions]
        entity = _person_entity(person, mentions)
        entities.append(entity)
        filled |= {i: replace(mentions[i], name=entity.name, entity=entity.key) for i in person.mentions}
    named = _named(doc, mentions)
    names = settle_names(named)
    for thing in find_named(named, names, find_definitions(text_of(doc), mentions)):
        entity = _named_entity(thing, mentions)
        entities.append(entity)
        filled |= {i: replace(mentions[i], name=names[i], entity=entity.key) for i in thing.mentions}
    for i, mention in enumerate(mentions):
        entry = find_entry(mention.gazetteer) if mention.kind == "adjective" else None
        if entry is not None:
            filled[i] = replace(mention, name=entry.name, entity=entry.key)
            if entry.key not in {entity.key for entity in entities}:
                entities.append(known_entity(entry))
    return tuple(filled.get(i, mention) for i, mention in enumerate(mentions)), tuple(_by_place(entities, filled))


def _by_place(entities: Iterable[Entity], filled: Mapping[int, Mention]) -> list[Entity]:
    first: dict[str, int] = {}
    for mention in filled.values():
        first[mention.entity] = min(mention.start, first.get(mention.entity, mention.start))
    return sorted(entities, key=lambda entity: (first[entity.key], entity.key))


def _people(doc: Doc, mentions: Sequence[Mention]) -> list[PersonMention]:
    named = [(i, m) for i, m in enumerate(mentions) if m.type == "person" and m.kind == "name"]
    return [
        PersonMention(index=i, form=read_parts(m.text), evidence=find_person_evidence(doc, m.start, m.end))
        for i, m in named
    ]


def _named(doc: Doc, mentions: Sequence[Mention]) -> list[NamedMention]:
    chosen = [
        (i, m) for i, m in enumerate(mentions) if family(m.type) in {"organization", "location"} and m.kind in _NAMING
    ]
    candidates = {i: _candidates(doc, m) for i, m in chosen}
    context = {m.gazetteer for _, m in chosen if m.gazetteer}
    found = []
    for i, mention in chosen:
        names = [candidate.name for candidate in candidates[i] if candidate.share > _PLAUSIBLE]
        entry = find_entry(mention.gazetteer) or look_up(names, mention.type, context) or _of_state(doc, mention, names)
        if entry and not mention.gazetteer:
            candidates[i] = tuple(c for c in candidates[i] if is_named(entry, c.name)) or candidates[i]
        found.append(
            NamedMention(
                index=i, family=family(mention.type), candidates=candidates[i], gazetteer=entry.key if entry else "",
                formal=entry.name if entry else "", known=known_names(entry),
            )
        )  # fmt: skip
    return found


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
    return find_nominatives(mention.text, evidence, place=mention.type in PLACES)


def _person_entity(person: Person, mentions: Sequence[Mention]) -> Entity:
    first = mentions[min(person.mentions)]
    parts = name_parts(person)
    texts = [mentions[i].text for i in person.mentions]
    return Entity(
        key=f"e-{first.start}-{first.end}", type="person", name=full_name(person), first_name=parts.first,
        patronymic=parts.patronymic, last_name=parts.last,
        name_en=_latin(texts) or transliterate(full_name(person)), aliases=_surfaces(full_name(person), texts),
    )  # fmt: skip


def _named_entity(thing: Named, mentions: Sequence[Mention]) -> Entity:
    entry = find_entry(thing.gazetteer)
    first = mentions[min(thing.mentions)]
    if entry is not None and not entry.is_of_any_state:
        known = known_entity(entry, thing.aliases)
        return _as_written(known, thing) if is_regional(entry) else known
    name = _capitalised(fullest_name(thing, {fold(other) for other in entry.names} if entry else ()))
    return Entity(
        key=f"e-{first.start}-{first.end}", type=first.type, name=name,
        name_en=_latin([thing.name, *thing.aliases]) or transliterate(name),
        abbreviation=thing.abbreviation, aliases=_surfaces(name, [thing.name, *thing.aliases]),
    )  # fmt: skip


def _as_written(known: Entity, thing: Named) -> Entity:
    """A region's body keeps the article's form of its name: «МВД по КБР», «Минздрав Башкортостана» spelt out."""
    template = find_entry(thing.gazetteer.partition(".")[0])
    if template is None:
        return known
    short = {fold(name) for name in known_names(template)}
    name = _capitalised(fullest_name(replace(thing, formal=template.name), short))
    return replace(known, name=name, aliases=_surfaces(name, [known.name, *known.aliases]))


def _latin(names: Sequence[str]) -> str:
    """The longest name that the article itself gives in Latin letters, of more than one word."""
    latin = [name for name in names if is_latin(name) and " " in name]
    return max(latin, key=len, default="")


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _surfaces(name: str, texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text != name))
