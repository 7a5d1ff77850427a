"""What a worker does with a shard: each article through the pipeline, the outcomes into a part file."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

from pipeline.readers.read import Reading
from pipeline.records.annotations import Annotations
from pipeline.records.article import Article
from pipeline.records.merged import ARTICLE_TABLES
from pipeline.records.tabulate import ArticleTables, Identities
from pipeline.runner.outcome import Annotate, Outcome, failed, write_part
from pipeline.runner.shards import Shard

LoadAnnotator = Callable[[], Annotate]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardTask:
    """A shard, where its part file goes, and the function that loads the pipeline (importable by name)."""

    shard: Shard
    folder: Path
    load: LoadAnnotator


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardResult:
    """What the parent needs to know of a finished shard: articles by status and the bytes of input behind it."""

    number: int
    statuses: Counter[str]
    position: int


def map_shard(task: ShardTask) -> ShardResult:
    """Read every article of the shard and write the part file; a crashed article becomes `failed`."""
    outcomes = [map_article(reading, task.load) for reading in task.shard.readings]
    return finish_shard(task, outcomes)


def finish_shard(task: ShardTask, outcomes: list[Outcome]) -> ShardResult:
    """Write the part file and sum up."""
    write_part(task.folder, task.shard.number, outcomes)
    statuses = Counter(str(outcome.reading.status) for outcome in outcomes)
    position = task.shard.readings[-1].position
    return ShardResult(number=task.shard.number, statuses=statuses, position=position)


def map_article(reading: Reading, load: LoadAnnotator) -> Outcome:
    """Read one article.

    Its rows are made once on trial here, so that annotations which contradict themselves cost this one article and
    not the tables of the run.
    """
    if reading.status != "ok":
        return Outcome(reading=reading)
    annotate = _loaded(load)
    try:
        annotations = annotate(reading.article)
        _try_rows(reading.article, annotations)
    except (Exception, RecursionError, MemoryError) as error:  # whatever it is, the run goes on
        message = f"{type(error).__name__}: {error}. The article was left out; please report it with its text."
        return failed(reading, _room(error), message)
    return Outcome(reading=reading, annotations=annotations)


@cache
def _loaded(load: LoadAnnotator) -> Annotate:
    """Models are loaded once a process."""
    return load()


def _try_rows(article: Article, annotations: Annotations) -> None:
    """Make the rows as the merge will, so that annotations that cannot become rows fail here."""
    ids = {(article.doc_id, entity.key): entity.key for entity in annotations.entities}
    entities = {entity.key: entity for entity in annotations.entities}
    rows = ArticleTables(article, annotations, Identities(entity_ids=ids, entities=entities))
    for name in ARTICLE_TABLES:
        for _ in getattr(rows, name)():
            pass


def _room(error: BaseException) -> str:
    """The room of the innermost own frame: `events` for `pipeline/events/triggers.py`."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        parts = PurePath(frame.filename).parts
        if "pipeline" in parts[:-2]:
            return parts[len(parts) - parts[::-1].index("pipeline")]
    return "runner"
