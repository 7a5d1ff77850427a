"""Progress for programs: one JSON object a line on standard error (`svodka run --log-json`)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import IO, Any

from pipeline.runner.progress import Progress
from pipeline.runner.report import RunReport
from pipeline.writers.json_lines import json_line

EVERY = 5.0  # seconds between lines of one stage


@dataclass(slots=True)
class JsonLog:
    """Writes lines with an `event`: progress, at most one in `EVERY` seconds and one for each new stage; finished."""

    stream: IO[str]
    every: float = EVERY
    _stage: str = ""
    _last: float = 0.0

    def progress(self, reached: Progress) -> None:
        """Tell how far the run is."""
        now = time.monotonic()
        if reached.stage != self._stage or now - self._last >= self.every:
            self._stage, self._last = reached.stage, now
            self._write("progress", **_fields(reached))

    def finished(self, report: RunReport) -> None:
        """Tell what came of it."""
        self._write(
            "finished", articles=report.articles_read, written=report.written, rejected=report.rejected,
            by_status=report.statuses, rows=report.rows, seconds=round(report.seconds.get("total", 0.0), 3),
            processes_lost=report.deaths, finished_before=report.finished_before, out=report.settings.out.as_posix(),
        )  # fmt: skip

    def _write(self, event: str, **fields: Any) -> None:
        self.stream.write(json_line({"event": event, **fields}))
        self.stream.flush()


def _fields(reached: Progress) -> dict[str, Any]:
    return {
        "stage": reached.stage,
        "articles": reached.articles,
        "rejected": reached.rejected,
        "kept_from_before": reached.kept,
        "bytes": reached.position,
        "total_bytes": reached.total,
        "seconds": round(reached.seconds, 3),
        "articles_per_second": round(reached.speed, 3),
        "seconds_left": None if reached.left is None else round(reached.left, 1),
        "processes_lost": reached.deaths,
    }
