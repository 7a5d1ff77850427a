"""The component that says who is who: nominative names for mentions, one entity for each thing they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.entities.article_entities import named_entity, person_entity
from pipeline.entities.known import find_entry, known_entity
from pipeline.entities.naming import is_persons_name, named_people, named_things
from pipeline.entities.people.identity import find_people
from pipeline.entities.people.nobody import is_nobody
from pipeline.entities.phrases.abbreviations import find_definitions, find_parallel_names
from pipeline.entities.phrases.identity import find_named, settle_names
from pipeline.language.text import text_of
from pipeline.records.annotations import Entity, Mention

Found = tuple[Entity, dict[int, Mention]]  # an entity, and its mentions by their number


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
    for entity, bearers in (*_find_people(doc, mentions), *_find_things(doc, mentions)):
        entities.append(entity)
        filled |= bearers
    for i, mention in enumerate(mentions):
        entry = find_entry(mention.gazetteer) if mention.kind == "adjective" else None
        if entry is not None:
            filled[i] = replace(mention, name=entry.name, entity=entry.key)
            if entry.key not in {entity.key for entity in entities}:
                entities.append(known_entity(entry))
    # A name that nobody was found for is a common word: no mention of anybody.
    left = (filled.get(i, mention) for i, mention in enumerate(mentions) if i in filled or not is_persons_name(mention))
    return tuple(left), tuple(_by_place(entities, filled))


def _find_people(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Found]:
    """People who are somebody, each with the mentions that name them, in another script too."""
    parallel = find_parallel_names(text_of(doc), mentions)
    for person in find_people([m for m in named_people(doc, mentions) if m.index not in parallel]):
        if is_nobody(doc, person, mentions):
            continue
        person.mentions += [i for i, original in parallel.items() if original in person.mentions]
        entity = person_entity(person, mentions)
        yield entity, {i: replace(mentions[i], name=entity.name, entity=entity.key) for i in person.mentions}


def _find_things(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Found]:
    """Bodies and places, each with the mentions that name them in the nominative that was settled for each."""
    named = named_things(doc, mentions)
    names = settle_names(named)
    for thing in find_named(named, names, find_definitions(text_of(doc), mentions)):
        entity = named_entity(thing, mentions)
        yield entity, {i: replace(mentions[i], name=names[i], entity=entity.key) for i in thing.mentions}


def _by_place(entities: Iterable[Entity], filled: Mapping[int, Mention]) -> list[Entity]:
    first: dict[str, int] = {}
    for mention in filled.values():
        first[mention.entity] = min(mention.start, first.get(mention.entity, mention.start))
    return sorted(entities, key=lambda entity: (first[entity.key], entity.key))
