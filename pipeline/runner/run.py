"""A run: inputs to shards, shards to part files over processes, one merge, tables."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import InputError, OutputError
from pipeline.readers.inputs import find_files, total_bytes
from pipeline.readers.read import Reading, read_inputs
from pipeline.records.annotations import Annotations
from pipeline.records.article import Article
from pipeline.records.merged import MergedRun
from pipeline.records.tables import SCHEMA_VERSION, TABLES
from pipeline.resources import models_fingerprint, package_version, reader_name
from pipeline.runner.outcome import read_parts
from pipeline.runner.pool import run_shards
from pipeline.runner.settings import Progress, RunReport, RunSettings
from pipeline.runner.shards import split_into_shards
from pipeline.runner.tables import TableWriter, write_outcomes
from pipeline.runner.worker import LoadAnnotator, ShardTask
from pipeline.writers.outputs import (
    cannot_write,
    check_formats,
    open_writers,
    write_companions,
    write_json,
    write_rejections,
)

PARTS = ".svodka-parts"
Found = Iterable[tuple[Article, Annotations]]
Merge = Callable[[Callable[[], Found]], MergedRun]


@dataclass(slots=True)
class _Stopwatch:
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = time.perf_counter() - begun


def run(
    settings: RunSettings,
    *,
    load: LoadAnnotator,
    merge: Merge,
    on_progress: Callable[[Progress], None] = lambda progress: None,
) -> RunReport:
    """Read all inputs and write the tables.

    Args:
        settings: what to read and where to write.
        load: loads the function from an article to its annotations; called once in every worker, so importable.
        merge: from all articles with their annotations to identities and clusters over the run.
        on_progress: told after every shard.

    Raises:
        InputError: none of the inputs exists.
        OutputError: the tables cannot be written.
    """
    _check(settings)
    parts = prepare_folder(settings)
    watch = _Stopwatch()
    try:
        with watch.stage("total"):
            with watch.stage("map"):
                read, shards, statuses = _map(settings, parts, load, on_progress)
            merged, rejected, rows = _merge_and_write(settings, parts, shards, merge, watch)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"Cannot write to {settings.out}: {reason}. Make room or choose another --out.") from error
    finally:
        shutil.rmtree(parts, ignore_errors=True)
    report = RunReport(
        settings=settings, version=package_version(), schema_version=SCHEMA_VERSION, models=models_fingerprint(),
        reader=reader_name(), articles_read=read, statuses=dict(sorted(statuses.items())), rejected=rejected, rows=rows,
        seconds=watch.seconds, decisions=merged.decisions,
    )  # fmt: skip
    write_json(settings.out / "run.json", report.as_json())
    return report


def _map(
    settings: RunSettings, parts: Path, load: LoadAnnotator, on_progress: Callable[[Progress], None]
) -> tuple[int, int, Counter[str]]:
    read: Counter[str] = Counter()
    readings = _counted(read_inputs(settings.inputs, names=settings.names, published=settings.published), read)
    tasks = (ShardTask(shard=shard, folder=parts, load=load) for shard in split_into_shards(readings))
    total = total_bytes(settings.inputs)
    shards, statuses = 0, Counter[str]()
    for result in run_shards(tasks, settings.workers):
        shards += 1
        statuses += result.statuses
        done = statuses.total()
        rejected = done - statuses["ok"] - statuses["duplicate"]
        on_progress(Progress(articles=done, rejected=rejected, position=result.position, total=total))
    return read["articles"], shards, statuses


def _counted(readings: Iterable[Reading], counter: Counter[str]) -> Iterator[Reading]:
    for reading in readings:
        counter["articles"] += 1
        yield reading


def _merge_and_write(
    settings: RunSettings, parts: Path, shards: int, merge: Merge, watch: _Stopwatch
) -> tuple[MergedRun, int, dict[str, int]]:
    with watch.stage("merge"):
        merged = merge(lambda: _annotated(parts, shards))
    with watch.stage("write"):
        out = TableWriter(open_writers(settings.out, settings.formats))
        try:
            rejections = list(write_outcomes(read_parts(parts, shards), merged.identities, out))
            out.add("entities", merged.entity_rows)
            out.add("event_clusters", merged.cluster_rows)
            out.finish()
        except BaseException:
            out.discard()
            raise
        rejected = write_rejections(settings.out / "rejected.jsonl", rejections)
        write_companions(settings.out, settings.formats)
    return merged, rejected, dict(out.counts)


def _annotated(parts: Path, shards: int) -> Found:
    for outcome in read_parts(parts, shards):
        if outcome.annotations is not None:
            yield outcome.reading.article, outcome.annotations


def _check(settings: RunSettings) -> None:
    """Refuse now what would fail after hours of reading."""
    check_formats(settings.formats)
    missing = [path for path in settings.inputs if path != "-" and not Path(path).exists()]
    if len(missing) == len(settings.inputs):
        named = ", ".join(missing) or "none given"
        raise InputError(f"No such input: {named}. Name a file or a folder of articles, or - for standard input.")
    if next(find_files(settings.inputs), None) is None:
        raise InputError(f"There is no file in {', '.join(settings.inputs)}. Put articles there as .txt or .jsonl.")


def prepare_folder(settings: RunSettings) -> Path:
    """Make the output folder and an empty folder for the parts in it.

    Raises:
        OutputError: it cannot be written, or holds files under our names that no run wrote.
    """
    out = settings.out
    ours = [f"{each.name}.csv" for each in TABLES] + ["datapackage.json", "rejected.jsonl", "svodka.sqlite"]
    try:
        out.mkdir(parents=True, exist_ok=True)
        strangers = [] if (out / "run.json").exists() else [name for name in ours if (out / name).exists()]
        if strangers and not settings.force:
            raise OutputError(
                f"{out} holds {strangers[0]}, and no run.json says that svodka wrote it. "
                "Choose another folder with --out, or overwrite with --force."
            )
        parts = out / PARTS
        shutil.rmtree(parts, ignore_errors=True)
        parts.mkdir()
    except OSError as error:
        raise cannot_write(out, error) from error
    return parts
