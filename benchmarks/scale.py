"""Memory and speed of a run as the dump grows: short articles, made by varying the samples.

    python benchmarks/scale.py reading [--articles N]    # real models: memory of a worker, one worker beside two
    python benchmarks/scale.py merging [--articles N]    # the merge and the tables alone, over N articles

`reading` runs `svodka run` over N/10 and over N articles with one worker, then N/10 with two and one worker by turns.
`merging` reads 400 articles with real models, lays their outcomes under ever new ids and names into the part files of
N/10 and of N articles, and lets a run merge them and write all tables: it starts where such a run would be after the
last article. Every figure is of a process of its own: `VmHWM` of the one that merges (Linux; its `ru_maxrss` would
count what the process that started it held), `ru_maxrss` of the largest worker.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from benchmarks.chaos import ROOT, environment
from benchmarks.varied import write_varied
from pipeline.assembly import load_annotator
from pipeline.readers.read import Reading, read_inputs
from pipeline.runner.folder import KEPT, RunFolder
from pipeline.runner.inputs import take_note
from pipeline.runner.limits import Limits
from pipeline.runner.manifest import Batch, Manifest, pin_reading, pin_tables
from pipeline.runner.outcome import Outcome, pack
from pipeline.runner.settings import RunSettings
from pipeline.runner.worker import LoadAnnotator, ShardResult, map_article

RUN = """
import resource, sys, json
from pathlib import Path
from pipeline.assembly import load_annotator
from pipeline.merging import merge_run
from pipeline.runner.run import run
from pipeline.runner.settings import RunSettings
if __name__ == "__main__":
    settings = RunSettings(inputs=(sys.argv[1],), out=Path(sys.argv[2]), workers=int(sys.argv[3]))
    report = run(settings, load=load_annotator, merge=merge_run)
    [line] = [x for x in Path("/proc/self/status").read_text().splitlines() if x.startswith("VmHWM:")]
    parent, worker = int(line.split()[1]) / 1024, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps({"parent": parent, "worker": worker, "balanced": report.balanced, **report.as_json()}))
"""
BASE = 400  # articles that are really read for `merging`
OF_A_PART = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Peak memory in MB of the process that merges and of the largest worker, seconds by stage, articles a second."""

    articles: int
    parent: float
    worker: float
    speed: float
    seconds: dict[str, float]
    rows: dict[str, int]


def measure(dump: Path, out: Path, workers: int = 1) -> Measured:
    """Run over a dump in a process of its own.

    Raises:
        RuntimeError: an article was lost.
    """
    command = [sys.executable, "-c", RUN, str(dump), str(out), str(workers)]
    ran = subprocess.run(command, cwd=ROOT, env=environment(), check=True, stdout=subprocess.PIPE, text=True)
    told = json.loads(ran.stdout)
    if not told["balanced"]:
        raise RuntimeError(f"articles were lost: {told['articles']}")
    return Measured(
        articles=told["articles"]["read"], parent=told["parent"], worker=told["worker"],
        speed=told["articles_per_second"], seconds=told["seconds"], rows=told["rows"],
    )  # fmt: skip


def lay_parts(dump: Path, out: Path, base: Sequence[Outcome], count: int) -> None:
    """Make the folder of a run that has read `count` articles and has yet to merge them."""
    dump.write_text("", encoding="utf-8")
    settings = RunSettings(inputs=(str(dump),), out=out)
    out.mkdir()
    (out / KEPT).mkdir()
    folder = RunFolder(out / KEPT)
    stream, shards = renewed(base, count), 0
    while outcomes := list(islice(stream, OF_A_PART)):
        statuses = Counter(str(each.reading.status) for each in outcomes)
        folder.parts.write(
            ShardResult(number=shards, digest="", packed=pack(outcomes), statuses=statuses, bytes_read=0)
        )
        shards += 1
    files = take_note(settings.inputs, out=out)
    batch = Batch(inputs=settings.inputs, files=files, first_shard=0, shards=shards, articles=count)
    manifest = Manifest(reading=pin_reading(settings), tables=pin_tables(settings), batches=(batch,))
    manifest.save(folder.manifest)


def renewed(base: Sequence[Outcome], count: int) -> Iterator[Outcome]:
    """The outcomes over and over, every time under a new id; people get new names in every third round."""
    for number in range(count):
        turn, outcome = number // len(base), base[number % len(base)]
        article = replace(outcome.reading.article, doc_id=f"r{number}")
        reading = replace(outcome.reading, article=article)
        found = outcome.annotations
        if found and turn % 3 == 0:
            entities = tuple(
                replace(e, last_name=f"{e.last_name}{turn}", name=f"{e.name}{turn}") if e.type == "person" else e
                for e in found.entities
            )
            found = replace(found, entities=entities)
        yield Outcome(reading=reading, annotations=found)


def read_base(folder: Path, count: int = BASE, load: LoadAnnotator = load_annotator) -> list[Outcome]:
    """Read some articles, in this process."""
    dump = write_varied(folder / "base.jsonl", count)
    readings: Iterator[Reading] = read_inputs([str(dump)])
    return [map_article(reading, load, Limits(seconds=0, megabytes=0)) for reading in readings]


def merging(articles: int, folder: Path) -> float:
    """Measure the merge; returns the ratio of its peak memory over ten times as many articles."""
    base = read_base(folder)
    peaks = []
    for count in (articles // 10, articles):
        lay_parts(folder / f"{count}.jsonl", folder / f"merge{count}", base, count)
        done = measure(folder / f"{count}.jsonl", folder / f"merge{count}")
        peaks.append(done.parent)
        print(
            f"merge of {count} articles: peak {done.parent:.0f} MB, {done.seconds['merge']:.0f} s to merge, "
            f"{done.seconds['write']:.0f} s to write; rows {done.rows}", flush=True,
        )  # fmt: skip
    print(f"ratio of memory {peaks[1] / peaks[0]:.2f}")
    return peaks[1] / peaks[0]


def reading(articles: int, folder: Path) -> None:
    """Measure reading with real models."""
    few, many = (write_varied(folder / f"{count}.jsonl", count) for count in (articles // 10, articles))
    small, large = (measure(dump, folder / f"{dump.stem}-out") for dump in (few, many))
    for done in (small, large):
        print(f"{done.articles} articles: worker {done.worker:.0f} MB, parent {done.parent:.0f} MB, {done.speed:.1f}/s")
    print(f"ratio of memory: worker {large.worker / small.worker:.2f}, parent {large.parent / small.parent:.2f}")
    ratios = []
    for turn in range(3):
        one, two = (measure(few, folder / f"turn{turn}-{workers}", workers).speed for workers in (1, 2))
        ratios.append(two / one)
        print(f"one worker {one:.1f}/s, two {two:.1f}/s, ratio {two / one:.2f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("reading", "merging"))
    parser.add_argument("--articles", type=int, default=200_000)
    asked = parser.parse_args()
    begun = time.perf_counter()
    jobs: dict[str, Callable[[int, Path], object]] = {"reading": reading, "merging": merging}
    with tempfile.TemporaryDirectory() as name:
        jobs[asked.what](asked.articles, Path(name))
    print(f"{time.perf_counter() - begun:.0f} s in all")


if __name__ == "__main__":
    main()
