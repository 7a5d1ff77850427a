"""Places in the text of an article as NIF tells them, and what they name."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from pipeline.exports.rdf.names import Names, term, typed
from pipeline.records.tables.column import cell
from pipeline.records.tables.documents import DocumentRow
from pipeline.records.tables.mentions import MentionRow


def stretch(node: NamedNode, span: tuple[int, int], context: NamedNode) -> Iterator[Triple]:
    """A stretch of the text as NIF tells it, in code points."""
    yield Triple(node, term("rdf:type"), term("nif:RFC5147String"))
    yield Triple(node, term("nif:beginIndex"), typed(span[0], "nonNegativeInteger"))
    yield Triple(node, term("nif:endIndex"), typed(span[1], "nonNegativeInteger"))
    yield Triple(node, term("nif:referenceContext"), context)


def place_in_text(
    document: DocumentRow, span: tuple[int, int], words: str, names: Names, *, kind: str = "nif:Phrase"
) -> Iterator[Triple]:
    """A place in the text with its words; `names.span` is its IRI."""
    node = names.span(document.doc_id, *span)
    yield from stretch(node, span, names.context(document))
    yield Triple(node, term("rdf:type"), term(kind))
    if words:
        yield Triple(node, term("nif:anchorOf"), typed(words, "string"))


def mention(row: MentionRow, document: DocumentRow, names: Names) -> Iterator[Triple]:
    """A mention: which words name whom or what."""
    node = names.span(row.doc_id, row.start, row.end)
    yield from place_in_text(document, (row.start, row.end), row.text, names)
    yield Triple(node, term("itsrdf:taClassRef"), term(f"sv:mention-type/{row.type}"))
    yield Triple(node, term("itsrdf:taConfidence"), typed(cell(row.confidence), "double"))
    yield Triple(node, term("sv:mentionId"), typed(row.mention_id, "string"))
    yield Triple(node, term("sv:source"), typed(row.source, "string"))
    if row.entity_id:
        yield Triple(node, term("itsrdf:taIdentRef"), names.entity(row.entity_id))
    if row.value:
        yield Triple(node, term("rdf:value"), typed(row.value, "string"))
