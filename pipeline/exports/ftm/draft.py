"""An entity as we want to tell it, before FollowTheMoney has had its say on the values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records.ids import encode_id

Values = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entity: its schema, its id, and values by property, several for one property where there are several."""

    schema: str
    id: str
    values: tuple[tuple[str, str], ...]


def draft(schema: str, identifier: str, *values: Values) -> Draft:
    """Make a draft of pairs of property and value; empty values are left out."""
    return Draft(schema=schema, id=identifier, values=tuple(pair for group in values for pair in group if pair[1]))


def article_id(doc_id: str) -> str:
    """Id of an article; FollowTheMoney wants letters, digits, `.` and `-`, a letter or digit first and last."""
    return f"article-{encode_id(doc_id)}-d"


def entity_id(identifier: str) -> str:
    """Id of an entity of the run."""
    return f"entity-{identifier}"
