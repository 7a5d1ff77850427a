"""How long a new process takes before its first article is done, and one-article runs as a whole.

    python benchmarks/start.py [--turns N]

Every turn starts a process of its own for each way, by turns. Prints the median of processor time (user and system, the
processes that it starts included) and of time by the clock. Meant for an installed svodka: where Python may not keep
what it compiles (PYTHONDONTWRITEBYTECODE), the figures are those of compiling. The first turn fills svodka's cache.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ARTICLE = (
    "Президент Казахстана Ерлан Досымов встретился с премьер-министром Тимуром Алиевым в Астане 11 марта 2024 года."
)
SVODKA = (sys.executable, "-m", "pipeline.cli.main")
RUN = (*SVODKA, "run", "article.txt", "--workers", "1", "--formats", "csv", "--out")
WAYS = {
    "svodka --help": (*SVODKA, "--help"),
    "svodka show": (*SVODKA, "show", "article.txt"),
    "svodka show --quick": (*SVODKA, "show", "article.txt", "--quick"),
    "svodka run": RUN,
    "svodka run --quick": (*RUN[:-1], "--quick", "--out"),
}


def turn(way: str, folder: Path, number: int) -> tuple[float, float]:
    """Processor time and time by the clock of one process."""
    command = [*WAYS[way], f"out{number}"] if WAYS[way][-1] == "--out" else WAYS[way]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    began = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}.")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=5)
    asked = parser.parse_args()
    taken: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "article.txt").write_text(ARTICLE, encoding="utf-8")
        for number in range(asked.turns + 1):
            for place, way in enumerate(WAYS):
                figures = turn(way, Path(folder), number * len(WAYS) + place)
                if number:
                    taken[way].append(figures)
    for way, figures in taken.items():
        processor, clock = (median(each) for each in zip(*figures, strict=True))
        print(f"{way}: {processor:.2f} s of processor time, {clock:.2f} s by the clock")


if __name__ == "__main__":
    main()
