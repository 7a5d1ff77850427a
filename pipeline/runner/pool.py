"""Shards over processes: results in input order, and no article can take the others down.

A worker that dies (killed, out of memory) breaks its whole `ProcessPoolExecutor`. The shards then under way are run
again one at a time, and a shard that breaks the pool alone is run article by article; the one that kills its
process becomes `failed`.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from pipeline.readers.read import Reading
from pipeline.runner.outcome import Outcome, failed
from pipeline.runner.worker import ShardResult, ShardTask, finish_shard, map_article, map_shard

_AHEAD = 2  # shards waiting for each worker
_Pending = deque[tuple[ShardTask, "Future[ShardResult]"]]


def run_shards(tasks: Iterable[ShardTask], workers: int) -> Iterator[ShardResult]:
    """Run the tasks on `workers` processes and yield their results in the order of the tasks."""
    stream = iter(tasks)
    pool = _new_pool(workers)
    pending: _Pending = deque()
    try:
        while True:
            broken = _fill(pool, stream, pending, workers)
            if not pending:
                return
            try:
                if not broken:
                    yield pending[0][1].result()
                    pending.popleft()
                    continue
            except BrokenProcessPool:
                pass
            pool.shutdown(wait=False, cancel_futures=True)
            yield from _one_at_a_time(pending)
            pending.clear()
            pool = _new_pool(workers)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _fill(pool: ProcessPoolExecutor, stream: Iterator[ShardTask], pending: _Pending, workers: int) -> bool:
    """Keep every worker busy; true if the pool turns out to be broken."""
    while len(pending) < workers * (1 + _AHEAD):
        task = next(stream, None)
        if task is None:
            return False
        try:
            pending.append((task, pool.submit(map_shard, task)))
        except BrokenProcessPool as error:
            future: Future[ShardResult] = Future()
            future.set_exception(error)
            pending.append((task, future))
            return True
    return False


def _one_at_a_time(pending: _Pending) -> Iterator[ShardResult]:
    """Finish what a broken pool left: keep the results that are there, run the rest alone."""
    for task, future in pending:
        if future.done() and not future.cancelled() and future.exception() is None:
            yield future.result()
            continue
        with _new_pool(1) as pool:
            try:
                result = pool.submit(map_shard, task).result()
            except BrokenProcessPool:
                result = _article_by_article(task)
        yield result


def _article_by_article(task: ShardTask) -> ShardResult:
    outcomes: list[Outcome] = []
    pool = _new_pool(1)
    try:
        for reading in task.shard.readings:
            try:
                outcomes.append(pool.submit(map_article, reading, task.load).result())
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                pool = _new_pool(1)
                outcomes.append(_killed(reading))
    finally:
        pool.shutdown(wait=True)
    return finish_shard(task, outcomes)


def _killed(reading: Reading) -> Outcome:
    message = "The process that read it was killed, twice. It may need more memory than there is; shorten the article."
    return failed(reading, "runner", message)


def _new_pool(workers: int) -> ProcessPoolExecutor:
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # processes share the cores; threads on top slow all of them
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=workers, mp_context=context, initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    """Ctrl-C reaches the whole process group; the parent alone decides what happens then."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
