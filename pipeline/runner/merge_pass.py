"""The merge pass: the parts of all batches to tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pipeline.records.merged import DecisionOutcome, Found, Merge, MergedRun
from pipeline.runner.folder import RunFolder
from pipeline.runner.parts import Parts
from pipeline.runner.settings import RunSettings
from pipeline.runner.tables import TableWriter, write_outcomes
from pipeline.writers.outputs import open_writers, write_companions, write_rejections


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of it: rows by table, lines of `rejected.jsonl`, articles with a remark, what became of decisions."""

    rows: dict[str, int]
    rejected: int
    remarked: int
    decisions: tuple[DecisionOutcome, ...]


def merge_parts(folder: RunFolder, shards: int, merge: Merge) -> MergedRun:
    """Merge what was found in all articles."""
    folder.merge.mkdir(exist_ok=True)
    return merge(lambda: _annotated(folder.parts, shards), folder=folder.merge)


def write_tables(settings: RunSettings, folder: RunFolder, shards: int, merged: MergedRun) -> Written:
    """Write all tables anew and move them into place when they are whole.

    Raises:
        OSError, OutputError: the disk refuses; the tables of before are still there.
    """
    with _writing(settings) as out:
        outcomes = folder.parts.outcomes(shards)
        rejected = write_rejections(
            settings.out / "rejected.jsonl", write_outcomes(outcomes, merged, out)
        )  # fmt: skip
        out.add("entities", merged.entity_rows)
        out.add("event_clusters", merged.cluster_rows)
        out.finish()
    write_companions(settings.out, settings.formats)
    return Written(rows=dict(out.counts), rejected=rejected, remarked=out.remarked, decisions=merged.decisions)


@contextmanager
def _writing(settings: RunSettings) -> Iterator[TableWriter]:
    out = TableWriter(open_writers(settings.out, settings.formats))
    try:
        yield out
    except BaseException:
        out.discard()
        raise


def _annotated(parts: Parts, shards: int) -> Found:
    for outcome in parts.outcomes(shards):
        if outcome.annotations is not None:
            yield outcome.reading.article, outcome.annotations
