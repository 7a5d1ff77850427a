"""The complete `svodka run` beside natasha's pipeline on the same articles, chunk by chunk, by turns.

    python benchmarks/speed.py DUMP [--chunk N] [--chunks N]

Every turn is a process of its own with one thread, and its processor time counts whole: start, models, reading, all
layers, and for svodka all nine tables in three formats. natasha cuts sentences and words, tags, parses, finds names and
brings them to their normal form, and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median

from pipeline.readers.read import read_inputs
from pipeline.records.article import Article

ONE_THREAD = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
NATASHA = """
import json, sys
sys.path.insert(0, sys.argv[2])
from natasha_baseline import read
for line in open(sys.argv[1], encoding="utf-8"):
    read(json.loads(line)["text"])
"""


def chunks(dump: str, size: int, number: int) -> Iterator[list[Article]]:
    readings = read_inputs([dump])
    articles = (reading.article for reading in readings if reading.status == "ok")
    for _ in range(number):
        if chunk := list(islice(articles, size)):
            yield chunk


def seconds(command: Sequence[str]) -> float:
    """Processor time of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=ONE_THREAD, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def one_turn(chunk: Sequence[Article], folder: Path) -> tuple[float, float]:
    """Seconds of svodka and of natasha for a chunk."""
    dump = folder / "chunk.jsonl"
    lines = [json.dumps({"id": str(i), "text": article.text}, ensure_ascii=False) for i, article in enumerate(chunk)]
    dump.write_text("\n".join(lines), encoding="utf-8")
    svodka = [sys.executable, "-m", "pipeline.cli.main", "run", str(dump), "--out", str(folder / "out"), "-w", "1"]
    natasha = [sys.executable, "-c", NATASHA, str(dump), str(Path(__file__).parent)]
    return seconds(svodka), seconds(natasha)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump", help="file or folder of articles")
    parser.add_argument("--chunk", type=int, default=100, help="articles of a turn")
    parser.add_argument("--chunks", type=int, default=5)
    options = parser.parse_args()
    ratios = []
    for chunk in chunks(options.dump, options.chunk, options.chunks):
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = one_turn(chunk, Path(folder))
        size = sum(len(article.text) for article in chunk)
        ratios.append(theirs / ours)
        print(f"{len(chunk)} articles, {size} characters: svodka {ours:.1f} s, natasha {theirs:.1f} s", flush=True)
    print(f"svodka run is {median(ratios):.2f} times as fast as natasha ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
