"""Shards over a Dask cluster: the same function on the same shards, results over the network, tables as ever.

Workers need svodka with the same models, and no disk in common: what they find comes back to the process that was
started, which alone writes. A worker that dies is Dask's to replace. A shard at which workers die again and again is
read article by article when all others are done, one alone in the whole cluster, so that only the guilty one is left
out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from pipeline.errors import InputError, RunnerError
from pipeline.runner.dask_workers import check_models
from pipeline.runner.limits import Limits
from pipeline.runner.local import KILLER
from pipeline.runner.outcome import Outcome, failed, unpack
from pipeline.runner.worker import LoadAnnotator, ShardResult, ShardTask, finish_shard, map_shard

try:
    import dask
    from distributed import Client, KilledWorker, LocalCluster, as_completed
except ImportError as error:
    raise InputError(
        "--engine dask needs Dask. Install the extra: pip install 'svodka[dask]', in a checkout: uv sync --extra dask"
    ) from error

_AHEAD = 2  # shards for each thread of the cluster: one in hand, one waiting
_START = "60s"
_PATIENCE = "1h"  # a cluster on this machine gives up workers that do not come back in time; they always come back


class DaskEngine:
    """A cluster as an engine.

    Args:
        load: loads the pipeline, once in each worker process.
        workers: processes of a cluster on this machine, where no scheduler is named.
        limits: what one article may take.
        scheduler: address of a running cluster («tcp://10.0.0.5:8786»); empty for one on this machine.

    Attributes:
        deaths: shards that came back because workers died.
    """

    def __init__(self, load: LoadAnnotator, workers: int, limits: Limits, scheduler: str = "") -> None:
        self._load = load
        self._workers = workers
        self._limits = limits
        self._scheduler = scheduler
        self.deaths = 0

    def run(self, tasks: Iterable[ShardTask]) -> Iterator[ShardResult]:
        """Read the shards and yield the results as they are done.

        Raises:
            RunnerError: the cluster cannot be reached or has other models.
            SvodkaError: a worker cannot load its models.
        """
        stream = iter(tasks)
        first = next(stream, None)
        if first is None:  # no cluster for nothing
            return
        with self._client() as client:
            killers: list[ShardTask] = []
            yield from self._all(client, _again(first, stream), killers)
            for task in killers:
                yield self._apart(client, task)

    def _all(self, client: Any, stream: Iterator[ShardTask], killers: list[ShardTask]) -> Iterator[ShardResult]:
        """Keep the cluster busy, but no more of the dump in flight than it needs."""
        in_flight: dict[Any, ShardTask] = {}
        done = as_completed()
        self._fill(client, stream, in_flight, done)
        for future in done:
            task = in_flight.pop(future)
            result = self._result(future)
            future.release()
            self._fill(client, stream, in_flight, done)
            if result:
                yield result
            else:
                killers.append(task)

    def _fill(self, client: Any, stream: Iterator[ShardTask], in_flight: dict[Any, ShardTask], done: Any) -> None:
        room = max(sum(client.nthreads().values()), 1) * _AHEAD
        while len(in_flight) < room and (task := next(stream, None)):
            future = self._submit(client, task)
            in_flight[future] = task
            done.add(future)

    def _submit(self, client: Any, task: ShardTask) -> Any:
        return client.submit(map_shard, task, self._load, self._limits, pure=False, key=f"shard-{task.digest}")

    def _result(self, future: Any) -> ShardResult | None:
        """The result; `None` if workers died at it."""
        try:
            result: ShardResult = future.result()
        except KilledWorker:
            self.deaths += 1
            return None
        return result

    def _apart(self, client: Any, task: ShardTask) -> ShardResult:
        outcomes: list[Outcome] = []
        for place, reading in enumerate(task.shard.readings):
            alone = replace(
                task, shard=replace(task.shard, readings=(reading,)), digest=f"{task.digest}-{place}", condemned={}
            )
            result = self._result(self._submit(client, alone))
            outcomes += unpack(result.packed) if result else [failed(reading, "runner", KILLER)]
        return finish_shard(task, outcomes)

    @contextmanager
    def _client(self) -> Iterator[Any]:
        if self._scheduler:
            with self._reached() as client:
                check_models(client, _START)
                yield client
            return
        with (
            dask.config.set({"distributed.deploy.lost-worker-timeout": _PATIENCE}),
            LocalCluster(
                n_workers=self._workers, threads_per_worker=1, processes=True, dashboard_address=None, memory_limit=0,
                silence_logs=50,
            ) as cluster,
            Client(cluster) as client,
        ):  # fmt: skip
            yield client

    def _reached(self) -> Any:
        try:
            return Client(self._scheduler, timeout=_START)
        except (OSError, ValueError) as error:
            raise RunnerError(
                f"There is no Dask scheduler at {self._scheduler} ({error}). Check --scheduler, or leave it out for a "
                "cluster on this machine."
            ) from error


def _again(first: ShardTask, others: Iterator[ShardTask]) -> Iterator[ShardTask]:
    yield first
    yield from others
