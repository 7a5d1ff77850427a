"""Vocabularies, and the IRIs that this run gives to its things."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from pyoxigraph import Literal, NamedNode

from pipeline.records.ids import encode_id
from pipeline.records.tables.documents import DocumentRow

BASE = "urn:svodka:"
VOCABULARY = "urn:svodka:vocabulary/"
WIKIDATA = "http://www.wikidata.org/entity/"
PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sv": VOCABULARY,
    "wd": WIKIDATA,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# An article's id is asked for with each of its statements.
_encoded = lru_cache(maxsize=16)(encode_id)
EDTF = NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")


@cache
def term(name: str) -> NamedNode:
    """A term of a vocabulary by its short name: `sem:Event`."""
    prefix, local = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


def text(value: str, language: str = "ru") -> Literal:
    """A text in a language."""
    return Literal(value, language=language)


def typed(value: object, datatype: str) -> Literal:
    """A value of an XML Schema type: `typed(5, "integer")`."""
    return Literal(str(value), datatype=term(f"xsd:{datatype}"))


def edtf(value: str) -> Literal:
    """A date of the Extended Date/Time Format."""
    return Literal(value, datatype=EDTF)


@dataclass(frozen=True, slots=True)
class Names:
    """IRIs under one base; ids of the run hold letters, digits, `.` and `-`, so they stand in an IRI as they are."""

    base: str = BASE

    def article(self, doc_id: str) -> NamedNode:
        """An article."""
        return NamedNode(f"{self.base}article/{_encoded(doc_id)}")

    def span(self, doc_id: str, start: int, end: int) -> NamedNode:
        """A place in an article's text, in code points, as RFC 5147 names it: `…#char=12,19`."""
        return NamedNode(f"{self.base}article/{_encoded(doc_id)}#char={start},{end}")

    def context(self, document: DocumentRow) -> NamedNode:
        """The whole text of an article."""
        return self.span(document.doc_id, 0, document.characters)

    def entity(self, identifier: str) -> NamedNode:
        """A person, body or place."""
        return NamedNode(f"{self.base}entity/{identifier}")

    def event(self, identifier: str) -> NamedNode:
        """An event as an article tells it."""
        return NamedNode(f"{self.base}event/{identifier}")

    def happening(self, identifier: str) -> NamedNode:
        """One happening over all articles that tell it."""
        return NamedNode(f"{self.base}happening/{identifier}")

    def thing(self, kind: str, identifier: str) -> NamedNode:
        """A quotation, position, relation or run."""
        return NamedNode(f"{self.base}{kind}/{identifier}")

    def graph(self, name: str) -> NamedNode:
        """A named graph that is no article's."""
        return NamedNode(f"{self.base}graph/{name}")
