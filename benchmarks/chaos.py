"""Kills workers and the parent of `svodka run` at random moments; the tables must come out as if nothing had been.

    python benchmarks/chaos.py [--articles 300] [--kills 50] [--workers 1 2 4] [--engine local|dask] [--seed 0]

A round is one run, killed and started again with the same arguments until it is finished. Rounds go on, the numbers of
workers by turns, until there were so many kills. Exit code 1 if any byte of any table differs from the undisturbed run.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.varied import write_varied

NOT_COMPARED = {"run.json", ".svodka"}  # times and speed differ
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What was done to one run: workers killed, parents killed, whether the tables are those of an undisturbed run."""

    workers: int
    parents: int
    different: tuple[str, ...]

    @property
    def kills(self) -> int:
        return self.workers + self.parents


def endure(command: Sequence[str], out: Path, undisturbed: Path, *, kills: int, pause: float, seed: int) -> Round:
    """Run `command` to its end while killing its processes, at most `kills` times, `pause` seconds apart on average.

    Raises:
        RuntimeError: the command ends with an error that is no kill.
    """
    chance = random.Random(seed)
    dead = {"worker": 0, "parent": 0}
    while True:
        running = subprocess.Popen(command, cwd=ROOT, env=environment(), stderr=subprocess.PIPE)
        while sum(dead.values()) < kills:
            try:
                running.wait(chance.uniform(0.1, 2 * pause))
                break
            except subprocess.TimeoutExpired:
                dead[_kill_one(running.pid, chance)] += 1
        _, errors = running.communicate()
        if running.returncode == 0:
            break
        if running.returncode != -signal.SIGKILL:
            raise RuntimeError(f"exit code {running.returncode}: {errors.decode(errors='replace')[-2000:]}")
    return Round(workers=dead["worker"], parents=dead["parent"], different=tuple(differences(undisturbed, out)))


def _kill_one(parent: int, chance: random.Random) -> str:
    """Kill one of the workers or, every third time and where there is none, the parent with SIGKILL; tell which."""
    workers = workers_of(parent)
    victim = chance.choice(workers) if workers and chance.random() < 2 / 3 else parent
    with suppress(ProcessLookupError):
        os.kill(victim, signal.SIGKILL)
    if victim == parent:
        while Path(f"/proc/{parent}/stat").read_text(encoding="utf-8").split(")")[-1].split()[0] != "Z":
            time.sleep(0.01)
    return "parent" if victim == parent else "worker"


def workers_of(parent: int) -> list[int]:
    """Descendants of a process that run our code, not the helpers of `multiprocessing` that only watch."""
    found, waiting = [], [parent]
    while waiting:
        at = waiting.pop()
        for thread in Path("/proc").glob(f"{at}/task/*/children"):
            with suppress(OSError):
                children = list(map(int, thread.read_text(encoding="ascii").split()))
                waiting += children
                found += children
    return [child for child in found if "resource_tracker" not in _command_of(child)]


def _command_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""


def differences(one: Path, other: Path) -> list[str]:
    """Names of the files that are not the same in both folders."""
    names = sorted({path.name for folder in (one, other) for path in folder.iterdir()} - NOT_COMPARED)
    return [name for name in names if _bytes(one / name) != _bytes(other / name)]


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def environment() -> dict[str, str]:
    """One thread a process, and this checkout's code."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": path}


def svodka_run(dump: Path, out: Path, *options: str) -> list[str]:
    """The command line of a run."""
    return [sys.executable, "-m", "pipeline.cli.main", "run", str(dump), "--out", str(out), *options]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--each", type=int, default=8, help="kills in one round at most")
    parser.add_argument("--pause", type=float, default=12.0, help="seconds between kills on average")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--engine", choices=("local", "dask"), default="local")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        return _all_rounds(asked, Path(name))


def _all_rounds(asked: argparse.Namespace, folder: Path) -> int:
    dump, undisturbed = write_varied(folder / "dump.jsonl", asked.articles), folder / "undisturbed"
    subprocess.run(svodka_run(dump, undisturbed, "--workers", "1"), cwd=ROOT, env=environment(), check=True)
    total, wrong = 0, 0
    for number, workers in enumerate(itertools.cycle(asked.workers)):
        if total >= asked.kills:
            break
        out = folder / "out"
        command = svodka_run(dump, out, "--workers", str(workers), "--engine", asked.engine)
        most = min(asked.each, asked.kills - total)
        done = endure(command, out, undisturbed, kills=most, pause=asked.pause, seed=asked.seed + number)
        total, wrong = total + done.kills, wrong + bool(done.different)
        print(
            f"round {number}: {workers} workers, {done.workers} workers and {done.parents} parents killed, "
            f"different: {', '.join(done.different) or 'nothing'}", flush=True,
        )  # fmt: skip
        shutil.rmtree(out)
    print(f"{total} kills, {wrong} rounds with other tables")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
