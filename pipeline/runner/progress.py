"""How far a run is, told truly: what was kept from before is told apart from what is being read."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

Stage = Literal["reading", "merging", "writing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is.

    Attributes:
        stage: what it does.
        articles: articles that are done, those of an interrupted run among them.
        rejected: of these, with no records.
        position: bytes of input behind them.
        total: bytes of all inputs, `None` where standard input is among them.
        kept: articles of them that an interrupted run had done.
        seconds: since the run, or its going on, began.
        speed: articles a second, of those that were read now.
        left: seconds until all is read, at the speed in bytes so far; `None` where that cannot be told.
        deaths: worker processes that died and were replaced.
    """

    stage: Stage
    articles: int
    rejected: int
    position: int
    total: int | None
    kept: int = 0
    seconds: float = 0.0
    speed: float = 0.0
    left: float | None = None
    deaths: int = 0


@dataclass(slots=True)
class Meter:
    """Adds up what is done."""

    total: int | None
    statuses: Counter[str] = field(default_factory=Counter)
    position: int = 0
    deaths: int = 0
    _kept: int = 0
    _kept_bytes: int = 0
    _begun: float = field(default_factory=time.monotonic)

    def add(self, statuses: Counter[str], size: int, *, kept: bool = False) -> None:
        """Count a shard of `size` bytes; `kept` if it was done before."""
        self.statuses += statuses
        self.position += size
        if kept:
            self._kept += statuses.total()
            self._kept_bytes += size

    def progress(self, stage: Stage = "reading") -> Progress:
        """How far it is now."""
        articles = self.statuses.total()
        seconds = time.monotonic() - self._begun
        fresh, read = articles - self._kept, self.position - self._kept_bytes
        left = seconds * (self.total - self.position) / read if self.total and read > 0 else None
        return Progress(
            stage=stage, articles=articles, rejected=articles - self.statuses["ok"] - self.statuses["duplicate"],
            position=self.position, total=self.total, kept=self._kept, seconds=seconds,
            speed=fresh / seconds if seconds else 0.0, left=None if left is None else max(left, 0.0),
            deaths=self.deaths,
        )  # fmt: skip
