"""What the merge over a run decided, ready to be written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records.tables.entities import EntityRow
from pipeline.records.tables.events import ClusterRow
from pipeline.records.tabulate import Identities

# Tables whose rows belong to one article: methods of `ArticleTables`.
ARTICLE_TABLES = ("mentions", "positions", "events", "event_arguments", "quotes", "relations")


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedRun:
    """Identities for the rows of the articles, and the two tables that stand over all of them."""

    identities: Identities
    entity_rows: Iterable[EntityRow]
    cluster_rows: Iterable[ClusterRow]
