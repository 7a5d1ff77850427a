"""An article and its text as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from pipeline.exports.rdf.names import Names, term, text, typed
from pipeline.exports.rdf.text import stretch
from pipeline.records.tables.documents import DocumentRow

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")


def article(document: DocumentRow, names: Names) -> Iterator[Triple]:
    """The article and its text; the text itself is not in the tables, its hash is."""
    node, context = names.article(document.doc_id), names.context(document)
    for name in ("schema:NewsArticle", "prov:Entity"):
        yield Triple(node, term("rdf:type"), term(name))
    yield Triple(node, term("schema:identifier"), typed(document.doc_id, "string"))
    yield Triple(node, term("sv:textSha256"), typed(document.text_sha256, "string"))
    yield Triple(node, term("sv:articleStatus"), typed(document.status, "string"))
    yield from _bibliography(document, node)
    if document.duplicate_of:
        yield Triple(node, term("sv:duplicateOf"), names.article(document.duplicate_of))
    yield from stretch(context, (0, document.characters), context)
    yield Triple(context, term("rdf:type"), term("nif:Context"))
    yield Triple(context, term("nif:sourceUrl"), node)


def _bibliography(document: DocumentRow, node: NamedNode) -> Iterator[Triple]:
    if document.title:
        yield Triple(node, term("schema:headline"), text(document.title))
    if document.published:
        yield Triple(node, term("schema:datePublished"), typed(document.published, "date"))
    if document.url:
        is_address = _ADDRESS.fullmatch(document.url)
        yield Triple(node, term("schema:url"), NamedNode(document.url) if is_address else typed(document.url, "string"))
    for name, value in (
        ("schema:publisher", document.publisher), ("schema:author", document.author),
        ("schema:inLanguage", document.language), ("dcterms:source", document.source),
    ):  # fmt: skip
        if value:
            yield Triple(node, term(name), typed(value, "string"))
