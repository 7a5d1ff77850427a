"""What an article states beside its events: quotations, posts, relations."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from pipeline.exports.rdf.names import Names, edtf, term, text, typed
from pipeline.exports.rdf.text import place_in_text
from pipeline.loading.articles import ArticleRecords
from pipeline.records.tables.column import cell
from pipeline.records.tables.documents import DocumentRow
from pipeline.records.tables.entities import PositionRow
from pipeline.records.tables.mentions import RelationRow
from pipeline.records.tables.quotes import QuoteRow


def quotation(row: QuoteRow, document: DocumentRow, names: Names) -> Iterator[Triple]:
    """A quotation with its speaker."""
    node = names.thing("quotation", row.quote_id)
    yield Triple(node, term("rdf:type"), term("schema:Quotation"))
    yield Triple(node, term("schema:text"), text(row.text))
    yield Triple(node, term("schema:isPartOf"), names.article(row.doc_id))
    yield Triple(node, term("sv:quotationKind"), typed(row.kind, "string"))
    yield Triple(node, term("sv:group"), typed(row.group_id, "string"))
    yield Triple(node, term("prov:wasDerivedFrom"), names.span(row.doc_id, row.start, row.end))
    yield from place_in_text(document, (row.start, row.end), row.text, names)
    if row.speaker:
        yield Triple(node, term("sv:speakerName"), text(row.speaker))
    if row.speaker_id:
        for name in ("schema:spokenByCharacter", "prov:wasAttributedTo"):
            yield Triple(node, term(name), names.entity(row.speaker_id))


def position(row: PositionRow, document: DocumentRow, names: Names) -> Iterator[Triple]:
    """A post that someone holds."""
    node = names.thing("position", row.position_id)
    yield Triple(node, term("rdf:type"), term("org:Membership"))
    yield Triple(node, term("schema:roleName"), text(row.position))
    yield Triple(node, term("org:member"), names.entity(row.person_id))
    if row.organization_id:
        yield Triple(node, term("org:organization"), names.entity(row.organization_id))
    yield Triple(node, term("sv:tenure"), typed(row.tenure, "string"))
    yield Triple(node, term("sv:confidence"), typed(cell(row.confidence), "double"))
    for name, value in (("schema:startDate", row.since), ("schema:endDate", row.until)):
        if value:
            yield Triple(node, term(name), edtf(value))
    yield Triple(node, term("prov:wasDerivedFrom"), names.span(row.doc_id, row.start, row.end))
    yield from place_in_text(document, (row.start, row.end), row.text, names)


def relations(records: ArticleRecords, names: Names) -> Iterator[Triple]:
    """Stated relations between entities, or the words where they name none; each with the words that it rests on."""
    places = {each.mention_id: names.span(each.doc_id, each.start, each.end) for each in records.mentions}
    for row in records.relations:
        head, tail = places.get(row.head_mention_id), places.get(row.tail_mention_id)
        subject = names.entity(row.head_entity_id) if row.head_entity_id else head
        object_ = names.entity(row.tail_entity_id) if row.tail_entity_id else tail
        if subject is not None and object_ is not None:
            kind = term(f"sv:relation/{row.type}")
            yield Triple(subject, kind, object_)
            yield from _statement(row, (subject, kind, object_), names)
            node = names.thing("relation", row.relation_id)
            yield from (Triple(node, term("prov:wasDerivedFrom"), place) for place in (head, tail) if place is not None)


def _statement(row: RelationRow, stated: tuple[NamedNode, NamedNode, NamedNode], names: Names) -> Iterator[Triple]:
    node = names.thing("relation", row.relation_id)
    yield Triple(node, term("rdf:type"), term("rdf:Statement"))
    for name, value in zip(("rdf:subject", "rdf:predicate", "rdf:object"), stated, strict=True):
        yield Triple(node, term(name), value)
    yield Triple(node, term("sv:confidence"), typed(cell(row.confidence), "double"))
