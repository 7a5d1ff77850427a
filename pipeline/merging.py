"""The merge pass: names the functions that say who is who and which tellings are one happening over a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.entities.decisions.files import Told
from pipeline.entities.run_identity import identify_entities
from pipeline.events.cluster_rows import cluster_row
from pipeline.events.clusters import Telling, cluster_events
from pipeline.events.tellings_store import StoredClusterIds
from pipeline.records.annotations import Annotations
from pipeline.records.article import Article
from pipeline.records.identified import Identities, identified_events
from pipeline.records.merged import ARTICLE_TABLES, Found, MergedRun
from pipeline.records.tables.column import Row
from pipeline.records.tabulate import TAKING_PART, ArticleTables, document_row
from pipeline.scratch import Scratch


def merge_run(found: Callable[[], Found], told: Sequence[Told] = (), *, folder: Path | None = None) -> MergedRun:
    """Merge the entities of all articles, then group their events.

    Args:
        found: gives all articles with their annotations from the start, in input order, each time it is called.
        told: what the user says of who is who.
        folder: where to put what does not fit into the memory; a temporary file where it is not given.
    """
    names, happenings = (Scratch(folder / f"{name}.sqlite" if folder else None) for name in ("entities", "events"))
    who = identify_entities(found(), told, names)
    clusters = cluster_events(_tellings(found(), who.identities), happenings)
    return MergedRun(
        identities=replace(who.identities, cluster_ids=StoredClusterIds(happenings)),
        entity_rows=who.rows,
        cluster_rows=map(cluster_row, clusters),
        decisions=who.decisions,
    )


def tabulate_article(article: Article, annotations: Annotations) -> dict[str, list[Row]]:
    """The rows of all tables for one article alone, by table name."""
    merged = merge_run(lambda: [(article, annotations)])
    rows = ArticleTables(article, annotations, merged.identities)
    tables: dict[str, list[Row]] = {"documents": [document_row(article, annotations)]}
    for name in ARTICLE_TABLES:
        tables[name] = list(getattr(rows, name)())
    return {**tables, "entities": list(merged.entity_rows), "event_clusters": list(merged.cluster_rows)}


def _tellings(found: Found, identities: Identities) -> Iterator[Telling]:
    order = 0
    for article, read in found:
        rows = ArticleTables(article, read, identities)
        taking_part = _participants(rows)
        for row, each in zip(rows.events(), identified_events(article.doc_id, read), strict=True):
            yield Telling(
                event_id=row.event_id, doc_id=row.doc_id, order=order, type=row.type, status=each.event.status,
                title=row.title, date=row.date, earliest=row.date_start, latest=row.date_end, place=row.place_id,
                place_name=row.place, participants=taking_part.get(row.event_id, ()),
                participant_names=row.participants, published=article.published,
            )  # fmt: skip
            order += 1


def _participants(rows: ArticleTables) -> dict[str, tuple[str, ...]]:
    """Entity ids of those who take part, by event."""
    taking_part: dict[str, dict[str, None]] = {}
    for argument in rows.event_arguments():
        if argument.role in TAKING_PART and argument.entity_id:
            taking_part.setdefault(argument.event_id, {})[argument.entity_id] = None
    return {event: tuple(entities) for event, entities in taking_part.items()}
