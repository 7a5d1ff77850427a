"""People, bodies and places, and the happenings that several articles tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from pipeline.exports.rdf.names import WIKIDATA, Names, edtf, term, text, typed
from pipeline.records.tables.column import SEPARATOR, cell
from pipeline.records.tables.entities import EntityRow
from pipeline.records.tables.events import ClusterRow

# The class of schema.org, and what it is to SEM: an actor, a place, or both.
_CLASSES = {
    "person": ("schema:Person", "sem:Actor"),
    "organization": ("schema:Organization", "sem:Actor"),
    "country": ("schema:Country", "sem:Place", "sem:Actor"),
    "city": ("schema:City", "sem:Place"),
    "state_or_province": ("schema:State", "sem:Place"),
    "district": ("schema:AdministrativeArea", "sem:Place"),
    "location": ("schema:Place", "sem:Place"),
    "facility": ("schema:Place", "sem:Place"),
}
_OTHER = ("schema:Thing",)
_PARTS_OF_NAMES = {
    "first_name": "schema:givenName", "patronymic": "schema:additionalName", "last_name": "schema:familyName",
}  # fmt: skip
_WIKIDATA_ID = re.compile(r"Q\d+")


def entity(row: EntityRow, names: Names) -> Iterator[Triple]:
    """What the run knows of an entity."""
    node = names.entity(row.entity_id)
    for name in _CLASSES.get(row.type, _OTHER):
        yield Triple(node, term("rdf:type"), term(name))
    yield Triple(node, term("sv:type"), term(f"sv:entity-type/{_slug(row.type)}"))
    yield from _names(row, node)
    if _WIKIDATA_ID.fullmatch(row.wikidata_id):
        yield Triple(node, term("owl:sameAs"), NamedNode(WIKIDATA + row.wikidata_id))
    if row.parent_id:
        yield Triple(node, term("schema:parentOrganization"), names.entity(row.parent_id))
    if row.merged_into:
        yield Triple(node, term("dcterms:isReplacedBy"), names.entity(row.merged_into))
    if row.country:
        yield Triple(node, term("schema:addressCountry"), typed(row.country, "string"))
    for name, value in (("schema:latitude", row.latitude), ("schema:longitude", row.longitude)):
        if value is not None:
            yield Triple(node, term(name), typed(_decimal(value), "decimal"))


def _names(row: EntityRow, node: NamedNode) -> Iterator[Triple]:
    yield Triple(node, term("rdfs:label"), text(row.name))
    yield Triple(node, term("schema:name"), text(row.name))
    if row.name_en:
        yield Triple(node, term("schema:name"), text(row.name_en, "en"))
    for field, name in _PARTS_OF_NAMES.items():
        if getattr(row, field):
            yield Triple(node, term(name), text(getattr(row, field)))
    for alias in (*row.aliases, *row.abbreviation.split(SEPARATOR)):
        if alias:
            yield Triple(node, term("schema:alternateName"), text(alias))
    for alias in row.abbreviation_en.split(SEPARATOR):
        if alias:
            yield Triple(node, term("schema:alternateName"), text(alias, "en"))


def happening(row: ClusterRow, names: Names) -> Iterator[Triple]:
    """A happening; its tellings point at it by `sv:tellingOf`."""
    node = names.happening(row.cluster_id)
    yield Triple(node, term("rdf:type"), term("sv:Happening"))
    yield Triple(node, term("sv:status"), term(f"sv:status/{row.status}"))
    yield Triple(node, term("sv:tellings"), typed(row.events, "integer"))
    if row.title:
        yield Triple(node, term("rdfs:label"), text(row.title))
    if row.date:
        yield Triple(node, term("sem:hasTimeStamp"), edtf(row.date))
    for line in row.history:
        yield Triple(node, term("sv:history"), typed(line, "string"))


def _slug(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", name)


def _decimal(value: float) -> str:
    """`xsd:decimal` knows no exponents."""
    written = cell(value)
    return f"{value:.10f}" if "e" in written else written
