"""The terms of our own, described: types of events, statuses, roles; so that a store can show and group them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from pyoxigraph import Triple

from pipeline.exports.rdf.events import ACTOR_ROLES
from pipeline.exports.rdf.names import term, text, typed
from pipeline.records.tables.events import ROLES, STATUSES
from pipeline.resources import models_dir


def vocabulary() -> Iterator[Triple]:
    """The description of our own terms."""
    yield Triple(term("sv:Happening"), term("rdf:type"), term("rdfs:Class"))
    yield Triple(term("sv:tellingOf"), term("rdfs:range"), term("sv:Happening"))
    for name, described in _event_types().items():
        node = term(f"sv:event-type/{name}")
        yield Triple(node, term("rdf:type"), term("sem:EventType"))
        yield Triple(node, term("rdfs:label"), text(described["label"]))
        yield Triple(node, term("rdfs:label"), text(name, "en"))
        if described.get("plover"):
            yield Triple(node, term("sv:plover"), typed(described["plover"], "string"))
    for status in STATUSES:
        yield Triple(term(f"sv:status/{status}"), term("rdf:type"), term("sv:Status"))
        yield Triple(term(f"sv:status/{status}"), term("rdfs:label"), text(status, "en"))
    for role in ROLES:
        yield Triple(term(f"sv:{role}"), term("rdf:type"), term("rdf:Property"))
        if role in ACTOR_ROLES:
            yield Triple(term(f"sv:{role}"), term("rdfs:subPropertyOf"), term("sem:hasActor"))


def _event_types() -> dict[str, Any]:
    """Types of the ontology as the file writes them: labels need no triggers, nor the morphology that reads those."""
    path = models_dir() / "ontology.yaml"
    types: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))["types"]
    return types
