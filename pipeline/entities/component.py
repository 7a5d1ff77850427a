"""The component that says who is who: nominative names for mentions, one entity for each thing they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.entities.context import NO_EVIDENCE, find_evidence
from pipeline.entities.people.display import full_name, name_parts
from pipeline.entities.people.forms import read_parts
from pipeline.entities.people.identity import Person, PersonMention, find_people
from pipeline.entities.phrases.identity import Named, NamedMention, find_named
from pipeline.entities.phrases.nominative import PhraseCandidate, find_nominatives
from pipeline.entities.quoted import follows_generic_word
from pipeline.records.annotations import Entity, Mention

PLACES = frozenset({"city", "country", "state_or_province", "district", "location", "facility"})
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
    for person in find_people(_people(doc, mentions)):
        entity = _person_entity(person, mentions)
        entities.append(entity)
        filled |= {i: replace(mentions[i], name=entity.name, entity=entity.key) for i in person.mentions}
    things, names = find_named(_named(doc, mentions), {})
    for thing in things:
        entity = _named_entity(thing, mentions)
        entities.append(entity)
        filled |= {i: replace(mentions[i], name=names[i], entity=entity.key) for i in thing.mentions}
    return tuple(filled.get(i, mention) for i, mention in enumerate(mentions)), tuple(_by_place(entities, filled))


def _by_place(entities: Iterable[Entity], filled: Mapping[int, Mention]) -> list[Entity]:
    first: dict[str, int] = {}
    for mention in filled.values():
        first[mention.entity] = min(mention.start, first.get(mention.entity, mention.start))
    return sorted(entities, key=lambda entity: (first[entity.key], entity.key))


def _people(doc: Doc, mentions: Sequence[Mention]) -> list[PersonMention]:
    named = [(i, m) for i, m in enumerate(mentions) if m.type == "person" and m.kind == "name"]
    return [
        PersonMention(index=i, form=read_parts(m.text), evidence=find_evidence(doc, m.start, m.end)) for i, m in named
    ]


def _named(doc: Doc, mentions: Sequence[Mention]) -> list[NamedMention]:
    found = []
    for i, mention in enumerate(mentions):
        family = "location" if mention.type in PLACES else mention.type
        if family in {"organization", "location"} and mention.kind in _NAMING:
            found.append(
                NamedMention(
                    index=i, family=family, text=mention.text, candidates=_candidates(doc, mention),
                    gazetteer=mention.gazetteer,
                )
            )  # fmt: skip
    return found


def _candidates(doc: Doc, mention: Mention) -> tuple[PhraseCandidate, ...]:
    if mention.kind == "abbreviation" or follows_generic_word(doc, mention.start, mention.end):
        return (PhraseCandidate(mention.text, 1.0),)
    evidence = find_evidence(doc, mention.start, mention.end) if doc.text else NO_EVIDENCE
    return find_nominatives(mention.text, evidence, place=mention.type in PLACES)


def _person_entity(person: Person, mentions: Sequence[Mention]) -> Entity:
    first = mentions[min(person.mentions)]
    parts = name_parts(person)
    return Entity(
        key=f"e-{first.start}-{first.end}", type="person", name=full_name(person), first_name=parts.first,
        patronymic=parts.patronymic, last_name=parts.last,
        aliases=_surfaces(full_name(person), [mentions[i].text for i in person.mentions]),
    )  # fmt: skip


def _named_entity(thing: Named, mentions: Sequence[Mention]) -> Entity:
    first = mentions[min(thing.mentions)]
    key = thing.gazetteer or f"e-{first.start}-{first.end}"
    name = thing.name if any(c.isupper() for c in thing.name[:1]) else thing.name[:1].upper() + thing.name[1:]
    return Entity(
        key=key, type=first.type, name=name, abbreviation=thing.abbreviation, aliases=tuple(thing.aliases),
        gazetteer=thing.gazetteer,
    )  # fmt: skip


def _surfaces(name: str, texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text != name))
