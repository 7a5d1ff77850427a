"""The terms of our own, described: types of events, statuses, roles; so that a store can show and group them."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from pipeline.events.ontology import default_ontology
from pipeline.exports.rdf.events import ACTOR_ROLES
from pipeline.exports.rdf.names import term, text, typed
from pipeline.records.tables.events import ROLES, STATUSES


def vocabulary() -> Iterator[Triple]:
    """The description of our own terms."""
    yield Triple(term("sv:Happening"), term("rdf:type"), term("rdfs:Class"))
    yield Triple(term("sv:tellingOf"), term("rdfs:range"), term("sv:Happening"))
    for kind in default_ontology().types.values():
        node = term(f"sv:event-type/{kind.id}")
        yield Triple(node, term("rdf:type"), term("sem:EventType"))
        yield Triple(node, term("rdfs:label"), text(kind.label))
        yield Triple(node, term("rdfs:label"), text(kind.id, "en"))
        if kind.plover:
            yield Triple(node, term("sv:plover"), typed(kind.plover, "string"))
    for status in STATUSES:
        yield Triple(term(f"sv:status/{status}"), term("rdf:type"), term("sv:Status"))
        yield Triple(term(f"sv:status/{status}"), term("rdfs:label"), text(status, "en"))
    for role in ROLES:
        yield Triple(term(f"sv:{role}"), term("rdf:type"), term("rdf:Property"))
        if role in ACTOR_ROLES:
            yield Triple(term(f"sv:{role}"), term("rdfs:subPropertyOf"), term("sem:hasActor"))
