"""The course of a training as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

LOG_FILE = "log.jsonl"
Log = Callable[[dict[str, object]], None]


def open_log(path: Path, report: Callable[[str], None]) -> Log:
    """A log that adds each line to a file and reports it."""

    def write(values: dict[str, object]) -> None:
        line = json.dumps(values, ensure_ascii=False)
        with path.open("a", encoding="utf-8") as handle:
            handle.write(line + "\n")
        report(line)

    return write


def drop_later_steps(path: Path, step: int) -> None:
    """Drop the lines of updates after `step`: who goes on from there makes and logs them again."""
    if not path.exists():
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    whole = [line for line in lines if line.endswith("}")]  # a crash may have cut the last one
    kept = [line for line in whole if json.loads(line).get("step", 0) <= step]
    path.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
