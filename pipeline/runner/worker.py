"""What is done with a shard, in whatever process: each article through the pipeline, within its limits."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePath
from threading import Lock

from pipeline.readers.read import Reading
from pipeline.records.annotations import Annotations
from pipeline.records.article import Article
from pipeline.records.identified import Identities
from pipeline.records.merged import ARTICLE_TABLES
from pipeline.records.tabulate import ArticleTables
from pipeline.runner.limits import Limits, limited
from pipeline.runner.outcome import Annotate, Outcome, failed, pack
from pipeline.runner.shards import Shard

LoadAnnotator = Callable[[], Annotate]
_ONE_SHARD = Lock()  # a cluster may give a process several threads; limits and models are the process's


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardTask:
    """A shard to read.

    Attributes:
        digest: of the shard.
        condemned: why articles that kill their process are left out, by their place in the shard.
    """

    shard: Shard
    digest: str
    condemned: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardResult:
    """A shard that has been read: its outcomes as bytes, articles by status, bytes of input behind it."""

    number: int
    digest: str
    packed: bytes
    statuses: Counter[str]
    bytes_read: int


def map_shard(
    task: ShardTask, load: LoadAnnotator, limits: Limits, on_article: Callable[[int], None] = lambda index: None
) -> ShardResult:
    """Read every article of the shard; a crashed one becomes `failed`.

    Args:
        task: the shard.
        load: loads the pipeline, once in a process.
        limits: what one article may take.
        on_article: told the place of each article before it is read, when the models are loaded.
    """
    with _ONE_SHARD:
        outcomes = [
            _condemned(reading, task.condemned[index])
            if index in task.condemned
            else map_article(reading, load, limits, lambda index=index: on_article(index))  # type: ignore[misc]
            for index, reading in enumerate(task.shard.readings)
        ]
    return finish_shard(task, outcomes)


def finish_shard(task: ShardTask, outcomes: list[Outcome]) -> ShardResult:
    """Pack the outcomes and sum up."""
    statuses = Counter(str(outcome.reading.status) for outcome in outcomes)
    return ShardResult(
        number=task.shard.number, digest=task.digest, packed=pack(outcomes), statuses=statuses,
        bytes_read=task.shard.bytes_read,
    )  # fmt: skip


def map_article(
    reading: Reading, load: LoadAnnotator, limits: Limits, on_begin: Callable[[], None] = lambda: None
) -> Outcome:
    """Read one article.

    Its rows are made once on trial here, so that annotations which contradict themselves cost this one article and
    not the tables of the run.
    """
    if reading.status != "ok":
        return Outcome(reading=reading)
    annotate = _loaded(load)
    on_begin()
    try:
        with limited(limits):
            annotations = annotate(reading.article)
            _try_rows(reading.article, annotations)
    except MemoryError:
        return failed(reading, "runner", _too_large(limits))
    except (Exception, RecursionError) as error:  # whatever it is, the run goes on
        message = f"{type(error).__name__}: {error}. The article was left out; please report it with its text."
        return failed(reading, _room(error), message)
    return Outcome(reading=reading, annotations=annotations)


def _condemned(reading: Reading, why: str) -> Outcome:
    return failed(reading, "runner", why) if reading.status == "ok" else Outcome(reading=reading)


def _too_large(limits: Limits) -> str:
    return (
        f"It took more than {limits.megabytes} MB of memory. Shorten the article, or allow more with "
        "--article-megabytes and --restart."
    )


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
