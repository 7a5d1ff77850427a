"""Whether two keys mean one body, or bodies that belong together."""

from __future__ import annotations

from pipeline.entities.spans import NamedSpans, fold
from pipeline.records.annotations import Entity


def same_body(named: NamedSpans, one: str, other: str) -> bool:
    """Whether two keys mean one body, an organ and its body («Миссия ШОС», ШОС), or bodies of one country."""
    if one == other:
        return True
    first, second = named.entities.get(one), named.entities.get(other)
    if first is None or second is None:
        return False
    if first.country and first.country == second.country:
        return True
    return _belongs_to(first, second) or _belongs_to(second, first)


def _belongs_to(organ: Entity, body: Entity) -> bool:
    """An organ has the body as its parent or country, or its name or abbreviation in its own name."""
    words = set(fold(organ.name).split())
    return body.key in {organ.parent, organ.country} or body.name in organ.name or body.abbreviation in words
