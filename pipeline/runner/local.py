"""Shards over processes of this machine: whatever dies, every shard comes back, and no article takes others down.

Each process says which article it begins. When one dies, its shard goes to a new process; an article at which
processes die again and again is left out. Who kills from outside (the system when memory is short, a person) may
have met an innocent article, so that takes more deaths than a crash of the process itself.
"""

from __future__ import annotations

import signal
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from multiprocessing.connection import wait

from pipeline.errors import RunnerError, SvodkaError
from pipeline.runner.lane import Lane
from pipeline.runner.limits import Limits
from pipeline.runner.worker import LoadAnnotator, ShardResult, ShardTask

MOST_KILLED = 5
MOST_CRASHED = 2
MOST_STILLBORN = 8  # deaths in a row before any article is begun
KILLER = (
    "The process that read it was killed, again and again. It may need more memory than there is; shorten the article."
)
_FROM_OUTSIDE = {-int(signal.SIGTERM), -int(getattr(signal, "SIGKILL", signal.SIGTERM))}


class LocalEngine:
    """A pool of processes that survives the death of any of them.

    Attributes:
        deaths: processes lost so far.
    """

    def __init__(self, load: LoadAnnotator, workers: int, limits: Limits) -> None:
        """Prepare; processes start with the first shards."""
        self._new_lane: Callable[[], Lane] = lambda: Lane(load, limits)
        self._limits = limits
        self._lanes: list[Lane | None] = [None] * workers
        self._again: deque[ShardTask] = deque()
        self._tries: Counter[tuple[int, int]] = Counter()
        self._stillborn = 0
        self.deaths = 0

    def run(self, tasks: Iterable[ShardTask]) -> Iterator[ShardResult]:
        """Read the shards and yield the results as they are done.

        Raises:
            RunnerError: processes die before they begin an article.
            SvodkaError: a process cannot load its models.
        """
        stream = iter(tasks)
        try:
            while busy := self._busy(stream):
                for ready in wait([lane.connection for lane in busy]):
                    lane = next(each for each in busy if each.connection is ready)
                    yield from self._heard(lane)
        finally:
            for each in self._lanes:
                if each:
                    each.close()

    def _busy(self, stream: Iterator[ShardTask]) -> list[Lane]:
        """Give every idle process a shard, and return those that have one."""
        handed: list[tuple[Lane, ShardTask]] = []
        for place, lane in enumerate(self._lanes):
            if lane is None or lane.task is None:
                task = self._again.popleft() if self._again else next(stream, None)
                if task is None:
                    break
                self._lanes[place] = working = lane or self._new_lane()
                handed.append((working, task))
        for working, task in handed:  # new processes are all on their way before the first is waited for
            working.give(task)
        return [lane for lane in self._lanes if lane and lane.task]

    def _heard(self, lane: Lane) -> Iterator[ShardResult]:
        message = lane.hear()
        if isinstance(message, SvodkaError):
            raise message
        if isinstance(message, ShardResult):
            lane.task, self._stillborn = None, 0
            yield message
        elif message is None:
            self._bury(lane)

    def _bury(self, lane: Lane) -> None:
        """A process is dead: its shard is to be read again, perhaps without the article that killed it."""
        task, at, took = lane.task, lane.at, time.monotonic() - lane.since
        code = lane.close()
        self._lanes[self._lanes.index(lane)] = None
        self.deaths += 1
        assert task is not None  # only busy lanes are listened to
        if at is None:
            self._stillborn += 1
            if self._stillborn >= MOST_STILLBORN:
                raise RunnerError(
                    f"{self._stillborn} processes died before they began an article (exit code {code}). "
                    "Free memory or take fewer --workers, then give the same command to go on."
                )
            self._again.append(task)
            return
        self._tries[task.shard.number, at] += 1
        why = self._verdict(self._tries[task.shard.number, at], code, took)
        self._again.append(replace(task, condemned={**task.condemned, at: why}) if why else task)

    def _verdict(self, deaths: int, code: int | None, took: float) -> str:
        """Why the article is left out; empty if it shall be tried again."""
        if 0 < self._limits.seconds <= took and code not in _FROM_OUTSIDE:
            return too_slow(self._limits)
        most = MOST_KILLED if code in _FROM_OUTSIDE else MOST_CRASHED
        return KILLER if deaths >= most else ""


def too_slow(limits: Limits) -> str:
    """The message for an article that takes longer than allowed."""
    return (
        f"It took longer than {limits.seconds:g} s. Shorten the article, or allow more with --article-seconds "
        "and --restart."
    )
