"""A run: inputs to shards, shards to part files over processes, one merge, tables. It goes on where it was stopped."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.records.merged import Merge
from pipeline.records.tables import SCHEMA_VERSION
from pipeline.resources import models_fingerprint, package_version, reader_name
from pipeline.runner.folder import RunFolder, opened_folder
from pipeline.runner.inputs import take_note
from pipeline.runner.local import LocalEngine
from pipeline.runner.manifest import Manifest, load_manifest
from pipeline.runner.map_pass import Engine, map_last_batch
from pipeline.runner.merge_pass import Written, merge_parts, write_tables
from pipeline.runner.plan import make_plan
from pipeline.runner.progress import Meter, Progress
from pipeline.runner.report import RunReport, report_of
from pipeline.runner.settings import RunSettings
from pipeline.runner.worker import LoadAnnotator
from pipeline.writers.outputs import check_formats, write_json


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
    """Read all inputs and write the tables; go on where an interrupted run of the same inputs and settings stopped.

    Args:
        settings: what to read and where to write.
        load: loads the function from an article to its annotations; called once in every worker, so importable.
        merge: from all articles with their annotations to identities and clusters over the run.
        on_progress: told after every shard, and when the merge begins.

    Raises:
        InputError: none of the inputs exists, or the engine is not installed.
        OutputError: the tables cannot be written, or the folder holds a run over other inputs or settings.
        RunnerError: the worker processes cannot work.
    """
    check_formats(settings.formats)  # refuse now what would fail after hours of reading
    engine = _engine(settings, load)
    if settings.near_duplicates:
        import pipeline.runner.near  # noqa: F401, PLC0415  (an extra: says so at once if it is not there)
    files = take_note(settings.inputs, out=settings.out)
    with _told(settings.out), opened_folder(settings.out, force=settings.force, restart=settings.restart) as folder:
        plan = make_plan(settings, files, load_manifest(folder.manifest))
        if plan.done and plan.manifest.report is not None:
            return report_of(settings, plan.manifest.report, finished_before=True)
        plan.manifest.save(folder.manifest)
        return _carry_out(settings, plan.manifest, folder, engine, merge, on_progress)


def _carry_out(
    settings: RunSettings, manifest: Manifest, folder: RunFolder, engine: Engine, merge: Merge,
    on_progress: Callable[[Progress], None],
) -> RunReport:  # fmt: skip
    watch = _Stopwatch()
    with watch.stage("total"):
        with watch.stage("map"):
            manifest, reached = map_last_batch(settings, manifest, folder, engine, on_progress)
        statuses = _statuses(folder, manifest.shards)
        reached = reached or _all_kept(statuses)
        on_progress(replace(reached, stage="merging"))
        with watch.stage("merge"):
            merged = merge_parts(folder, manifest.shards, merge)
        on_progress(replace(reached, stage="writing"))
        with watch.stage("write"):
            written = write_tables(settings, folder, manifest.shards, merged)
    shutil.rmtree(folder.merge, ignore_errors=True)
    report = _report(settings, manifest, statuses, written, reached, watch.seconds)
    write_json(settings.out / "run.json", report.as_json())
    replace(manifest, report=report.as_json()).save(folder.manifest)
    return report


def _report(
    settings: RunSettings, manifest: Manifest, statuses: Counter[str], written: Written, reached: Progress,
    seconds: dict[str, float],
) -> RunReport:  # fmt: skip
    return RunReport(
        settings=settings, version=package_version(), schema_version=SCHEMA_VERSION, models=models_fingerprint(),
        reader=reader_name(), articles_read=sum(batch.articles for batch in manifest.batches),
        statuses=dict(sorted(statuses.items())), rejected=written.rejected, remarked=written.remarked,
        rows=written.rows, seconds=seconds,
        decisions=written.decisions, speed=reached.speed, kept=reached.kept, deaths=reached.deaths,
        dumps=manifest.batches,
    )  # fmt: skip


def _engine(settings: RunSettings, load: LoadAnnotator) -> Engine:
    """The engine that was asked for.

    Raises:
        InputError: it is not installed.
    """
    if settings.engine == "dask":
        from pipeline.runner.dask_engine import DaskEngine  # noqa: PLC0415  (an extra)

        return DaskEngine(load, settings.workers, settings.limits, settings.scheduler)
    return LocalEngine(load, settings.workers, settings.limits)


def _statuses(folder: RunFolder, shards: int) -> Counter[str]:
    """Articles by status over all parts."""
    parts, statuses = folder.parts, Counter[str]()
    for number in range(shards):
        header = parts.header(number)
        statuses += header.statuses if header else Counter()
    return statuses


def _all_kept(statuses: Counter[str]) -> Progress:
    meter = Meter(total=None)
    meter.add(statuses, 0, kept=True)
    return meter.progress()


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """A disk that is full or gone becomes an error with what to do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"Cannot write to {out}: {reason}. Make room, then give the same command: it goes on where it stopped."
        ) from error
