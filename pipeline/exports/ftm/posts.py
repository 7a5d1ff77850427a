"""Posts and who holds them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.exports.ftm.dates import beginning, ending
from pipeline.exports.ftm.draft import Draft, article_id, draft, entity_id, ftm_id
from pipeline.exports.ftm.parties import BODIES, Parties
from pipeline.loading.articles import ArticleRecords
from pipeline.records.ids import text_sha256
from pipeline.records.tables.column import cell
from pipeline.records.tables.entities import EntityRow, PositionRow

_TENURES = {"current": "current", "acting": "current", "former": "ended", "future": "unknown"}


def positions(records: ArticleRecords, parties: Parties) -> Iterator[Draft]:
    """The post and who holds it; one post of several articles has one id, made of its full name and body."""
    for row in records.positions:
        holder = parties.find(row.person_id)
        if holder is None or parties.schema(holder) != "Person":
            continue
        body = parties.find(row.organization_id)
        post = f"position-{text_sha256(f'{_full(row)}|{body.entity_id if body else row.organization}')[:24]}"
        yield _post(post, row, body, parties)
        yield draft(
            "Occupancy",
            ftm_id("occupancy", row.position_id),
            [
                ("holder", entity_id(holder.entity_id)),
                ("post", post),
                ("status", _TENURES.get(row.tenure, "")),
                ("startDate", beginning(row.since)),
                ("endDate", ending(row.until)),
                ("description", "; ".join(_unsaid(row))),
                ("summary", row.text),
                ("recordId", row.position_id),
                ("proof", article_id(row.doc_id)),
            ],
        )


def _full(row: PositionRow) -> str:
    """One wording of a post; tables of older runs have no column for it."""
    return row.position_full or row.position.lower()


def _unsaid(row: PositionRow) -> Iterator[str]:
    """What the fields of an Occupancy cannot tell."""
    yield f"tenure: {row.tenure}"
    yield from (f"{name}: {value}" for name, value in (("since", row.since), ("until", row.until)) if value)
    yield f"confidence: {cell(row.confidence)}"


def _post(identifier: str, row: PositionRow, body: EntityRow | None, parties: Parties) -> Draft:
    name = f"{row.position}, {row.organization}" if row.organization else row.position
    acting = body is not None and parties.schema(body) in BODIES
    return draft(
        "Position",
        identifier,
        [
            ("name", name),
            ("organization", entity_id(body.entity_id) if body and acting else ""),
            ("subnationalArea", body.name if body and not acting else ""),
            ("country", body.country if body else ""),
        ],
    )
