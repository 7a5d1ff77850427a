"""What the merge over a run decided, ready to be written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pipeline.records.annotations import Annotations
from pipeline.records.article import Article
from pipeline.records.identified import Identities
from pipeline.records.tables.entities import EntityRow
from pipeline.records.tables.events import ClusterRow

# Tables whose rows belong to one article: methods of `ArticleTables`.
ARTICLE_TABLES = ("mentions", "positions", "events", "event_arguments", "quotes", "relations")


Found = Iterable[tuple[Article, Annotations]]
Amend = Callable[[Article, Annotations], Annotations]


def as_found(article: Article, found: Annotations) -> Annotations:
    """Leave an article's annotations as they are."""
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionOutcome:
    """What became of a line by which the user said who is the same, or decided on a record.

    Attributes:
        where: file and line.
        outcome: obeyed, was so already or left aside.
        why: the reason why it was left aside and what to write instead, else empty.
        left_ids, right_ids: entity ids to which the sides lead.
    """

    where: str
    decision: str
    left: str
    right: str
    outcome: str
    why: str
    left_ids: tuple[str, ...]
    right_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedRun:
    """Identities for the rows of the articles, the two tables that stand over all of them, and the user's decisions.

    `amend` gives the annotations of an article as the user's review wants them: what is merged and what is written.
    """

    identities: Identities
    entity_rows: Iterable[EntityRow]
    cluster_rows: Iterable[ClusterRow]
    decisions: tuple[DecisionOutcome, ...] = ()
    amend: Amend = as_found


class Merge(Protocol):
    """From all articles with their annotations to identities and clusters over the run."""

    def __call__(self, found: Callable[[], Found], *, folder: Path | None) -> MergedRun:
        """Merge; what is too much for the memory goes to files in `folder`, which stay there as long as the result."""
