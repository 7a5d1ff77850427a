"""The complete `svodka run` beside natasha's pipeline on the same articles, chunk by chunk, by turns.

    python benchmarks/speed.py DUMP [--every N] [--chunk N] [--chunks N] [--rivals natasha,quick,spacy,pullenti]

Every turn is a process of its own with one thread, and its processor time counts whole: start, models, reading, all
layers, and for svodka all nine tables in three formats and the process that keeps the worker. The memory is that of the
largest process of a turn. `quick` is svodka with --quick; what every other rival does, `speed_rivals.py` tells.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median

from pipeline.readers.read import read_inputs
from pipeline.records.article import Article

ONE_THREAD = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
OURS = {"svodka": (), "quick": ("--quick",)}  # options of `svodka run`
RIVALS = Path(__file__).parent / "speed_rivals.py"


@dataclass(slots=True)
class Turns:
    """What one contestant took and found, turn by turn: seconds of processor time, and the most memory in MB."""

    seconds: list[float] = field(default_factory=list)
    memory: float = 0.0
    found: Counter[str] = field(default_factory=Counter)


def chunks(dump: str, every: int, size: int, number: int) -> Iterator[list[Article]]:
    readings = islice(read_inputs([dump]), 0, None, every)
    articles = (reading.article for reading in readings if reading.status == "ok")
    for _ in range(number):
        if chunk := list(islice(articles, size)):
            yield chunk


def run(command: Sequence[str], turns: Turns) -> str:
    """Run a command to its end; its processor time and memory with those of its children."""
    with (
        tempfile.TemporaryFile() as output,
        subprocess.Popen(command, env=ONE_THREAD, stdout=output, stderr=subprocess.DEVNULL) as process,
    ):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        answer = output.read().decode()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with {process.returncode}. Leave a rival out by --rivals.")
    turns.seconds.append(usage.ru_utime + usage.ru_stime)
    turns.memory = max(turns.memory, usage.ru_maxrss / 1024)
    return answer


def one_turn(chunk: Sequence[Article], folder: Path, turns: dict[str, Turns]) -> None:
    """Let every contestant read the chunk."""
    dump, out = folder / "chunk.jsonl", folder / "out"
    lines = [json.dumps({"id": str(i), "text": article.text}, ensure_ascii=False) for i, article in enumerate(chunk)]
    dump.write_text("\n".join(lines), encoding="utf-8")
    for name, own in turns.items():
        if name in OURS:
            tables = str(out / name)
            command = [sys.executable, "-m", "pipeline.cli.main", "run", str(dump), "--out", tables, "-w", "1"]
            run([*command, *OURS[name]], own)
            own.found.update(json.loads((out / name / "run.json").read_text(encoding="utf-8"))["rows"])
        else:
            own.found.update(json.loads(run([sys.executable, str(RIVALS), name, str(dump)], own)))


def contestants(asked: str) -> Iterator[str]:
    """svodka and those of its rivals that run here."""
    yield "svodka"
    for name in filter(None, asked.split(",")):
        if name in OURS:
            yield name
            continue
        if importlib.util.find_spec(name) is None:
            print(f"{name} is not installed and is left out")
            continue
        trial = subprocess.run(
            [sys.executable, str(RIVALS), name, os.devnull], capture_output=True, text=True, check=False
        )
        if trial.returncode:
            print(f"{name} does not run here and is left out: {trial.stderr.strip().splitlines()[-1]}")
        else:
            yield name


def report(turns: dict[str, Turns], articles: int) -> None:
    ours = turns["svodka"].seconds
    for name, own in turns.items():
        ratios = sorted(theirs / mine for theirs, mine in zip(own.seconds, ours, strict=True))
        print(
            f"{name}: {articles / sum(own.seconds):.2f} articles/s, {own.memory:.0f} MB; its time to svodka's "
            f"{median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}); {dict(own.found)}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump", help="file or folder of articles")
    parser.add_argument("--every", type=int, default=1, help="take every nth article")
    parser.add_argument("--chunk", type=int, default=125, help="articles of a turn")
    parser.add_argument("--chunks", type=int, default=4)
    parser.add_argument("--rivals", default="natasha,quick,spacy,pullenti")
    options = parser.parse_args()
    turns = {name: Turns() for name in contestants(options.rivals)}
    articles = 0
    for chunk in chunks(options.dump, options.every, options.chunk, options.chunks):
        with tempfile.TemporaryDirectory() as folder:
            one_turn(chunk, Path(folder), turns)
        articles += len(chunk)
        size = sum(len(article.text) for article in chunk)
        times = ", ".join(f"{name} {own.seconds[-1]:.1f} s" for name, own in turns.items())
        print(f"{len(chunk)} articles, {size} characters: {times}", flush=True)
    report(turns, articles)


if __name__ == "__main__":
    main()
