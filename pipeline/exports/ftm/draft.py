"""An entity as we want to tell it, before FollowTheMoney has had its say on the values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records.ids import encode_id, text_sha256

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


def ftm_id(kind: str, identifier: str) -> str:
    """An id that FollowTheMoney keeps: letters, digits and `-`, a letter or digit first and last.

    It takes what stands behind a `.` for a signature and cuts it off (`Namespace.parse`), so `.` becomes `--`; a hash
    behind keeps different ids different. Ids without either stay as they are.

    Example: `ftm_id("entity", "body-mid.country-ru")` is `entity-body-mid--country-ru-h` and twelve digits.
    """
    if "." not in identifier and "--" not in identifier and identifier[-1:].isalnum():
        return f"{kind}-{identifier}"
    return f"{kind}-{identifier.replace('.', '--')}-h{text_sha256(identifier)[:12]}"


def article_id(doc_id: str) -> str:
    """Id of an article."""
    return ftm_id("article", encode_id(doc_id))


def entity_id(identifier: str) -> str:
    """Id of an entity of the run."""
    return ftm_id("entity", identifier)
