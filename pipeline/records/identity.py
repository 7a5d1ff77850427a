"""Who is the same across the articles of a run: by gazetteer key; everybody else is of one article alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.records.annotations import Annotations, Entity
from pipeline.records.article import Article
from pipeline.records.ids import encode_id
from pipeline.records.tables.entities import EntityRow
from pipeline.records.tabulate import Identities


@dataclass(slots=True, kw_only=True)
class _Tally:
    mentions: int = 0
    documents: int = 0
    days: list[dt.date] = field(default_factory=list)


def merge_entities(found: Iterable[tuple[Article, Annotations]]) -> tuple[Identities, list[EntityRow]]:
    """Give every entity of every article its id in the run, and make the rows of `entities`."""
    ids: dict[tuple[str, str], str] = {}
    entities: dict[str, Entity] = {}
    tallies: dict[str, _Tally] = {}
    for article, read in found:
        for entity in read.entities:
            identifier = entity.gazetteer or f"{encode_id(article.doc_id)}-{entity.key}"
            ids[article.doc_id, entity.key] = identifier
            entities.setdefault(identifier, entity)
            tally = tallies.setdefault(identifier, _Tally())
            tally.documents += 1
            tally.mentions += sum(m.entity == entity.key for m in read.mentions)
            tally.days += [article.published] if article.published else []
    rows = [_row(identifier, entities[identifier], tallies[identifier]) for identifier in entities]
    return Identities(entity_ids=ids, entities=entities), rows


def _row(identifier: str, e: Entity, tally: _Tally) -> EntityRow:
    return EntityRow(
        entity_id=identifier, type=e.type, name=e.name, first_name=e.first_name, patronymic=e.patronymic,
        last_name=e.last_name, name_en=e.name_en, abbreviation=e.abbreviation, abbreviation_en=e.abbreviation_en,
        aliases=e.aliases, parent_id=e.parent, wikidata_id=e.wikidata_id, country=e.country, latitude=e.latitude,
        longitude=e.longitude, mentions=tally.mentions, documents=tally.documents,
        first_published=min(tally.days, default=None), last_published=max(tally.days, default=None),
    )  # fmt: skip
