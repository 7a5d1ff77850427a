"""The body of a bare post of someone whose high office everybody knows: «президент Владимир Путин» is Russia's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.coreference.offices import load_terms
from pipeline.entities.positions.full_forms import in_full
from pipeline.entities.spans import NamedSpans, fold
from pipeline.records.annotations import Position


def body_of_office(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """The post with the body of the office that the person has held, `None` for everybody else.

    Where the article does not name that body the post stays without one: it is nobody else's that the article names.
    """
    entity = named.entities.get(position.person)
    words = set(fold(entity.name.lower()).split()) if entity is not None else set()
    post = in_full(position.position)
    terms = [term for term in load_terms() if term.post == post and set(fold(term.person.lower()).split()) <= words]
    bodies = {term.body for term in terms}
    if not bodies:
        return None
    told = bodies & set(named.entities)
    return replace(position, organization=told.pop()) if len(told) == 1 else position
