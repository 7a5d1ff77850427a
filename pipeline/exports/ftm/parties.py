"""Entities of the run as FollowTheMoney's people, bodies and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.exports.entity_index import EntityIndex
from pipeline.exports.ftm.draft import Draft, draft, entity_id
from pipeline.records.tables.column import SEPARATOR, cell
from pipeline.records.tables.entities import EntityRow
from pipeline.resources import models_dir, read_sections

PLACES = {"city": "city", "state_or_province": "state", "district": "region", "location": "", "facility": ""}
_BETWEEN = r"\w*(?:\s+\w+){0,2}?\s+"
_ABBREVIATED = r"{}(?:а|у|ом|е)?\b"
ACTORS = {"Person", "Organization", "PublicBody"}
BODIES = {"Organization", "PublicBody"}


@dataclass(frozen=True, slots=True)
class _PublicBodies:
    named: re.Pattern[str]
    against: re.Pattern[str]


@cache
def _public_bodies() -> _PublicBodies:
    words = read_sections(models_dir() / "public_bodies.yaml", ("names", "unless"))
    return _PublicBodies(_any_of(words["names"]), _any_of(words["unless"]))


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    """Words that begin so, in this order, with at most two others between: «федеральн служб»; abbreviations whole."""
    beginnings = (
        _ABBREVIATED.format(phrase) if phrase.isupper() else _BETWEEN.join(phrase.split()) for phrase in phrases
    )
    return re.compile(rf"\b(?:{'|'.join(beginnings)})", re.IGNORECASE)


def is_public_body(row: EntityRow, parent: EntityRow | None) -> bool:
    """Whether an organization is an organ of a state or municipality: by its parent, else by its name.

    Example: «Мэрия Рыбинска» and «Академия наук Якутии» (an organ of Якутия) are, «Парламентская газета» is not.
    """
    if parent is not None and (parent.type == "country" or parent.type in PLACES):
        return True
    words, name = _public_bodies(), row.name.replace("ё", "е")
    return bool(words.named.search(name)) and not words.against.search(name)


class Parties:
    """Knows the schema of every entity of the run, and what an id that was merged away leads to."""

    def __init__(self, entities: EntityIndex) -> None:
        self._entities = entities

    def find(self, identifier: str) -> EntityRow | None:
        """The row of an entity; of what was merged away, the one that it was merged into."""
        row, seen = self._entities.find(identifier), {identifier}
        while row is not None and row.merged_into and row.merged_into not in seen:
            seen.add(row.merged_into)
            row = self._entities.find(row.merged_into)
        return row

    def schema(self, row: EntityRow) -> str:
        """Person, PublicBody, Organization or Address; a state is a PublicBody, since it acts; all else is a Note."""
        if row.type == "person":
            return "Person"
        if row.type == "country":
            return "PublicBody"
        if row.type == "organization":
            return "PublicBody" if is_public_body(row, self.find(row.parent_id)) else "Organization"
        return "Address" if row.type in PLACES else "Note"

    def draft(self, row: EntityRow) -> Draft:
        """The entity that stands for a row."""
        schema = self.schema(row)
        return draft(schema, entity_id(row.entity_id), _common(row, schema), self._own(row, schema))

    def _own(self, row: EntityRow, schema: str) -> Iterator[tuple[str, str]]:
        if schema == "Person":
            yield from (("firstName", row.first_name), ("fatherName", row.patronymic), ("lastName", row.last_name))
        elif schema in BODIES:
            yield "classification", "state" if row.type == "country" else ""
            yield "abbreviation", row.abbreviation
            yield from (("abbreviation", each) for each in row.abbreviation_en.split(SEPARATOR))
            parent = self.find(row.parent_id)
            if parent is not None and self.schema(parent) in ACTORS:
                yield "parent", entity_id(parent.entity_id)
        elif schema == "Address":
            yield from (("full", row.name), (PLACES[row.type] or "remarks", row.name))
            yield from (("latitude", cell(row.latitude)), ("longitude", cell(row.longitude)))


def _common(row: EntityRow, schema: str) -> Iterator[tuple[str, str]]:
    yield from (("name", row.name), ("alias", row.name_en))
    yield from (("alias", each) for each in row.aliases)
    yield from (("wikidataId", row.wikidata_id), ("country", row.country))
    if schema == "Note":
        yield "keywords", row.type
