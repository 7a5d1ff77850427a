"""Events, and links to the fillers that an Event itself has no property for."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.exports.ftm.dates import interval
from pipeline.exports.ftm.draft import Draft, article_id, draft, entity_id, ftm_id
from pipeline.exports.ftm.parties import ACTORS, Parties
from pipeline.loading.articles import ArticleRecords
from pipeline.records.tables.column import cell
from pipeline.records.tables.events import ArgumentRow, EventRow
from pipeline.records.tabulate import TAKING_PART

# What has a property or link of its own; other fillers are told in words.
_TOLD = {*TAKING_PART, "organizer", "place", "date"}


def events(records: ArticleRecords, parties: Parties) -> Iterator[Draft]:
    """The events, and a link to every filler that an Event itself has no property for."""
    for row in records.events:
        fillers = records.arguments_of(row)
        identifier = ftm_id("event", row.event_id)
        yield draft("Event", identifier, _event(row, records), _parties_of(fillers, parties), _place(row, parties))
        seen: set[str] = set()
        for filler in fillers:
            link = _link(identifier, filler, parties)
            if link is not None and link.id not in seen:
                seen.add(link.id)
                yield link


def _event(row: EventRow, records: ArticleRecords) -> Iterator[tuple[str, str]]:
    yield "name", row.title or row.trigger
    yield from interval(row.date)
    yield from (("location", row.place), ("country", row.country), ("summary", row.evidence))
    yield from (("keywords", each) for each in (row.type, row.plover, row.status, row.phase))
    yield from (("recordId", row.event_id), ("proof", article_id(row.doc_id)))
    yield from (("sourceUrl", records.document.url), ("publisher", records.document.publisher))
    yield "notes", f"date: {row.date}" if row.date else ""
    yield "notes", f"asserted by: {row.asserted_by}" if row.asserted_by else ""
    yield "notes", f"confidence: {cell(row.confidence)}; certainty: {cell(row.certainty)}"
    yield "notes", f"source: {row.source}; happening: {row.cluster_id}"
    told = (each for each in records.arguments_of(row) if each.role not in _TOLD or not each.entity_id)
    yield from (("description", f"{each.role}: {each.value or each.name}") for each in told if each.role != "date")


def _parties_of(fillers: tuple[ArgumentRow, ...], parties: Parties) -> Iterator[tuple[str, str]]:
    for filler in fillers:
        found = parties.find(filler.entity_id)
        if found is not None and parties.schema(found) in ACTORS:
            if filler.role in TAKING_PART:
                yield "involved", entity_id(found.entity_id)
            elif filler.role == "organizer":
                yield "organizer", entity_id(found.entity_id)


def _place(row: EventRow, parties: Parties) -> Iterator[tuple[str, str]]:
    found = parties.find(row.place_id)
    if found is not None and parties.schema(found) == "Address":
        yield "addressEntity", entity_id(found.entity_id)


def _link(event: str, filler: ArgumentRow, parties: Parties) -> Draft | None:
    """A city that takes part, a law that is discussed: what is no person or body, or fills another role."""
    found = parties.find(filler.entity_id)
    if found is None or (filler.role in {*TAKING_PART, "organizer"} and parties.schema(found) in ACTORS):
        return None
    return draft(
        "UnknownLink",
        ftm_id("link", f"{filler.event_id}-{filler.role.replace('_', '')}-{found.entity_id}"),
        [
            ("subject", event),
            ("object", entity_id(found.entity_id)),
            ("role", filler.role),
            ("summary", filler.text),
            ("proof", article_id(filler.doc_id)),
        ],
    )
