"""An event as SEM tells it: type, actors, place, time; and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from pipeline.exports.rdf.names import Names, edtf, term, text, typed
from pipeline.exports.rdf.text import place_in_text
from pipeline.loading.articles import ArticleRecords
from pipeline.records.tables.column import cell
from pipeline.records.tables.events import ArgumentRow, EventRow
from pipeline.records.tabulate import TAKING_PART

ACTOR_ROLES = {*TAKING_PART, "organizer"}


def event(row: EventRow, records: ArticleRecords, names: Names, run: NamedNode) -> Iterator[Triple]:
    """An event with its fillers and its evidence."""
    node = names.event(row.event_id)
    for name in ("sem:Event", "prov:Entity"):
        yield Triple(node, term("rdf:type"), term(name))
    yield Triple(node, term("sem:eventType"), term(f"sv:event-type/{row.type}"))
    yield Triple(node, term("sv:status"), term(f"sv:status/{row.status}"))
    yield Triple(node, term("sv:tellingOf"), names.happening(row.cluster_id))
    yield Triple(node, term("sv:confidence"), typed(cell(row.confidence), "double"))
    yield Triple(node, term("sv:certainty"), typed(cell(row.certainty), "double"))
    yield Triple(node, term("sv:source"), typed(row.source, "string"))
    if row.title:
        yield Triple(node, term("rdfs:label"), text(row.title))
    if row.phase:
        yield Triple(node, term("sv:phase"), typed(row.phase, "string"))
    if row.asserted_by:
        yield Triple(node, term("sv:assertedBy"), text(row.asserted_by))
    yield from _when_and_where(row, node, names)
    for filler in records.arguments_of(row):
        yield from _filler(filler, node, names)
    yield from _evidence(row, records, node, names)
    yield Triple(node, term("prov:wasGeneratedBy"), run)


def _when_and_where(row: EventRow, node: NamedNode, names: Names) -> Iterator[Triple]:
    if row.date:
        yield Triple(node, term("sem:hasTimeStamp"), edtf(row.date))
    for name, day in (("sem:hasBeginTimeStamp", row.date_start), ("sem:hasEndTimeStamp", row.date_end)):
        if day:
            yield Triple(node, term(name), typed(day.isoformat(), "date"))
    if row.place_id:
        place = names.entity(row.place_id)
        yield Triple(node, term("sem:hasPlace"), place)
        yield Triple(place, term("rdf:type"), term("sem:Place"))
    elif row.place:
        yield Triple(node, term("sv:placeName"), text(row.place))


def _filler(filler: ArgumentRow, node: NamedNode, names: Names) -> Iterator[Triple]:
    """`sv:participant` and the other roles of people and bodies are kinds of `sem:hasActor`; both are stated."""
    role = term(f"sv:{filler.role}")
    if not filler.entity_id:
        yield Triple(node, role, typed(filler.value, "string") if filler.value else text(filler.name))
        return
    entity = names.entity(filler.entity_id)
    yield Triple(node, role, entity)
    if filler.role in ACTOR_ROLES:
        yield Triple(node, term("sem:hasActor"), entity)
        yield Triple(entity, term("rdf:type"), term("sem:Actor"))
    elif filler.role == "place":
        yield Triple(node, term("sem:hasPlace"), entity)
        yield Triple(entity, term("rdf:type"), term("sem:Place"))


def _evidence(row: EventRow, records: ArticleRecords, node: NamedNode, names: Names) -> Iterator[Triple]:
    document = records.document
    trigger, sentence = (row.trigger_start, row.trigger_end), (row.evidence_start, row.evidence_end)
    yield Triple(node, term("schema:subjectOf"), names.article(row.doc_id))
    yield Triple(node, term("prov:wasDerivedFrom"), names.span(row.doc_id, *sentence))
    yield from place_in_text(document, sentence, row.evidence, names, kind="nif:Sentence")
    yield Triple(node, term("sv:trigger"), names.span(row.doc_id, *trigger))
    yield from place_in_text(document, trigger, row.trigger, names)
    if row.status_span:
        yield Triple(node, term("sv:statusCue"), names.span(row.doc_id, *row.status_span))
        yield from place_in_text(document, row.status_span, "", names)
