"""The identities of a run: from the annotations of all articles to entity ids and rows of `entities`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.entities.applied import MergedEntity
from pipeline.entities.decisions.files import Told
from pipeline.entities.decisions.references import references
from pipeline.entities.found import FoundEntity
from pipeline.entities.merge import merge_entities
from pipeline.entities.run_store import StoredEntities, gone_ids
from pipeline.records.annotations import Annotations
from pipeline.records.article import Article
from pipeline.records.identified import Identities
from pipeline.records.ids import mention_id
from pipeline.records.merged import DecisionOutcome
from pipeline.records.tables.entities import EntityRow
from pipeline.scratch import Scratch


@dataclass(frozen=True, slots=True, kw_only=True)
class RunIdentities:
    """Who is who over a run: ids for the rows of all tables, the rows of `entities`, what became of the decisions."""

    identities: Identities
    rows: Iterable[EntityRow]
    decisions: tuple[DecisionOutcome, ...]


def identify_entities(
    found: Iterable[tuple[Article, Annotations]], told: Sequence[Told] = (), scratch: Scratch | None = None
) -> RunIdentities:
    """Give every entity of every article its id in the run, and make the rows of `entities`.

    Args:
        found: all articles with their annotations, in input order.
        told: what the user says of who is who.
        scratch: room on disk.
    """
    wanted, scratch = references(told), scratch or Scratch()
    entities = (each for order, (article, read) in enumerate(found) for each in _found(order, article, read, wanted))
    merged = merge_entities(entities, told, scratch)
    moved = gone_ids(scratch)
    return RunIdentities(
        identities=Identities(entity_ids=merged.ids, entities=StoredEntities(scratch)),
        rows=(_row(each, moved) for each in merged.entities),
        decisions=merged.obeyed,
    )


def _found(order: int, article: Article, read: Annotations, wanted: Collection[str]) -> Iterator[FoundEntity]:
    counts = Counter(mention.entity for mention in read.mentions if mention.entity)
    first: dict[str, str] = {}
    pointed_at: dict[str, set[str]] = defaultdict(set)
    for mention in read.mentions:
        if mention.entity:
            label = mention_id(article.doc_id, mention.start, mention.end, mention.type)
            first.setdefault(mention.entity, label)
            if label in wanted:
                pointed_at[mention.entity].add(label)
    for entity in read.entities:
        yield FoundEntity(
            doc_id=article.doc_id, order=order, entity=entity, mentions=counts[entity.key],
            first_mention=first.get(entity.key, f"{article.doc_id}-{entity.key}"), published=article.published,
            pointed_at=frozenset(pointed_at.get(entity.key, ())),
        )  # fmt: skip


def _row(merged: MergedEntity, moved: Mapping[str, str]) -> EntityRow:
    e = merged.entity
    return EntityRow(
        entity_id=merged.entity_id, type=e.type, name=e.name, first_name=e.first_name, patronymic=e.patronymic,
        last_name=e.last_name, name_en=e.name_en, abbreviation=e.abbreviation, abbreviation_en=e.abbreviation_en,
        aliases=e.aliases, parent_id=moved.get(e.parent, e.parent), wikidata_id=e.wikidata_id, country=e.country,
        latitude=e.latitude, longitude=e.longitude, mentions=merged.mentions, documents=merged.documents,
        first_published=merged.first_published, last_published=merged.last_published,
        merged_into=merged.merged_into,
    )  # fmt: skip
