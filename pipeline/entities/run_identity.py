"""The identities of a run: from the annotations of all articles to entity ids and rows of `entities`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.entities.merge import FoundEntity, MergedEntity, merge_entities
from pipeline.records.annotations import Annotations
from pipeline.records.article import Article
from pipeline.records.ids import mention_id
from pipeline.records.tables.entities import EntityRow
from pipeline.records.tabulate import Identities


def identify_entities(found: Iterable[tuple[Article, Annotations]]) -> tuple[Identities, list[EntityRow]]:
    """Give every entity of every article its id in the run, and make the rows of `entities`."""
    merged = merge_entities(
        each for order, (article, read) in enumerate(found) for each in _found(order, article, read)
    )
    identities = Identities(entity_ids=merged.ids, entities={each.entity_id: each.entity for each in merged.entities})
    return identities, [_row(each) for each in merged.entities]


def _found(order: int, article: Article, read: Annotations) -> Iterator[FoundEntity]:
    counts = Counter(mention.entity for mention in read.mentions if mention.entity)
    first: dict[str, str] = {}
    for mention in read.mentions:
        if mention.entity:
            label = mention_id(article.doc_id, mention.start, mention.end, mention.type)
            first.setdefault(mention.entity, label)
    for entity in read.entities:
        yield FoundEntity(
            doc_id=article.doc_id, order=order, entity=entity, mentions=counts[entity.key],
            first_mention=first.get(entity.key, f"{article.doc_id}-{entity.key}"), published=article.published,
        )  # fmt: skip


def _row(merged: MergedEntity) -> EntityRow:
    e = merged.entity
    return EntityRow(
        entity_id=merged.entity_id, type=e.type, name=e.name, first_name=e.first_name, patronymic=e.patronymic,
        last_name=e.last_name, name_en=e.name_en, abbreviation=e.abbreviation, abbreviation_en=e.abbreviation_en,
        aliases=e.aliases, parent_id=e.parent, wikidata_id=e.wikidata_id, country=e.country, latitude=e.latitude,
        longitude=e.longitude, mentions=merged.mentions, documents=merged.documents,
        first_published=merged.first_published, last_published=merged.last_published,
    )  # fmt: skip
