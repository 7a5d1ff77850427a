"""The map pass: a dump to part files, those of an interrupted run kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from pipeline.readers.read import Reading, read_inputs
from pipeline.runner.folder import RunFolder
from pipeline.runner.inputs import total_size
from pipeline.runner.manifest import Batch, Manifest
from pipeline.runner.parts import Parts
from pipeline.runner.progress import Meter, Progress
from pipeline.runner.seen import SeenOnDisk
from pipeline.runner.settings import RunSettings
from pipeline.runner.shards import split_into_shards
from pipeline.runner.worker import ShardResult, ShardTask


class Engine(Protocol):
    """Reads shards somewhere and gives back the result of each, in any order.

    Attributes:
        deaths: processes lost so far.
    """

    deaths: int

    def run(self, tasks: Iterable[ShardTask]) -> Iterator[ShardResult]:
        """Read the shards; each is taken from `tasks` when there is a process for it."""


@dataclass(slots=True)
class _Counts:
    articles: int = 0
    shards: int = 0


def map_last_batch(
    settings: RunSettings, manifest: Manifest, folder: RunFolder, engine: Engine,
    on_progress: Callable[[Progress], None],
) -> tuple[Manifest, Progress | None]:  # fmt: skip
    """Read the last batch, unless that is done, and write down that it is.

    Returns:
        The manifest, and what was read at what speed; `None` if nothing was left to read.
    """
    batch = manifest.batches[-1]
    if batch.shards is not None:
        return manifest, None
    parts, meter, counts = folder.parts, Meter(total_size(batch.files)), _Counts()
    seen = SeenOnDisk(folder.seen, len(manifest.batches) - 1, near=settings.near_duplicates)
    try:
        missing = _missing(_readings(settings, batch, seen, counts), batch, parts, meter, counts, on_progress)
        for result in engine.run(missing):
            parts.write(result)
            meter.add(result.statuses, result.bytes_read)
            meter.deaths = engine.deaths
            on_progress(meter.progress())
        seen.keep()
    finally:
        seen.close()
    parts.drop_from(batch.first_shard + counts.shards)
    read = replace(batch, shards=counts.shards, articles=counts.articles)
    manifest = replace(manifest, batches=(*manifest.batches[:-1], read))
    manifest.save(folder.manifest)
    return manifest, meter.progress()


def _readings(settings: RunSettings, batch: Batch, seen: SeenOnDisk, counts: _Counts) -> Iterator[Reading]:
    paths = [file.path for file in batch.files]
    for reading in read_inputs(paths, names=settings.names, published=settings.published, seen=seen):
        counts.articles += 1
        yield reading


def _missing(
    readings: Iterator[Reading], batch: Batch, parts: Parts, meter: Meter, counts: _Counts,
    on_progress: Callable[[Progress], None],
) -> Iterator[ShardTask]:  # fmt: skip
    """The shards of which there is no part file with these very articles."""
    for shard in split_into_shards(readings, batch.first_shard):
        counts.shards += 1
        digest = shard.digest()
        header = parts.header(shard.number)
        if header and header.digest == digest:
            meter.add(header.statuses, shard.bytes_read, kept=True)
            on_progress(meter.progress())
        else:
            yield ShardTask(shard=shard, digest=digest)
