"""One worker process of the local engine, and the pipe to it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext

from pipeline.errors import SvodkaError
from pipeline.hidden_modules import lean_spacy
from pipeline.runner.limits import Limits
from pipeline.runner.worker import LoadAnnotator, ShardResult, ShardTask, map_shard


@dataclass(frozen=True, slots=True)
class Begun:
    """An article is begun: its place in the shard, and when, by the clock that all processes share."""

    index: int
    since: float


Message = Begun | ShardResult | SvodkaError  # what is begun, what is done, why nothing can be read


class Lane:
    """A process that reads one shard after another, and what it is at.

    Attributes:
        task: the shard in hand, `None` while it waits.
        at: the place of the article in hand, `None` before the first.
        since: when that article was begun, by `time.monotonic` of the process.
    """

    def __init__(self, load: LoadAnnotator, limits: Limits) -> None:
        """Start the process; models are loaded with the first article."""
        os.environ.setdefault("OMP_NUM_THREADS", "1")  # processes share the cores; threads on top slow all of them
        context: SpawnContext = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, load, limits), daemon=True)
        with _interrupts_held():
            self.process.start()
        theirs.close()
        self.task: ShardTask | None = None
        self.at: int | None = None
        self.since = 0.0

    def give(self, task: ShardTask) -> None:
        """Hand over a shard; a process that is dead already shows when it is listened to."""
        self.task, self.at = task, None
        with suppress(OSError):
            self.connection.send(task)

    def hear(self) -> Message | None:
        """The next message, `None` if the process is dead."""
        try:
            message: Message = self.connection.recv()
        except (EOFError, OSError):
            return None
        if isinstance(message, Begun):
            self.at, self.since = message.index, message.since
        return message

    def close(self) -> int | None:
        """End the process, whatever it is at, and return its exit code; negative for a signal.

        One that waits is killed as well: it holds nothing that is not handed over, and to clear its models away by
        itself would take it half a second.
        """
        self.connection.close()
        self.process.kill()
        self.process.join()
        code = self.process.exitcode
        self.process.close()
        return code


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Start a process that never hears Ctrl-C: one that still imports would print a traceback. This one hears it after.

    Windows has no mask to inherit.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # the first start of a process would start it, and lift the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(connection: Connection, load: LoadAnnotator, limits: Limits) -> None:
    """The life of a worker process: ends when the parent closes the pipe, dies or is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the parent alone decides
    with lean_spacy(), suppress(EOFError, ConnectionError):
        while True:
            task: ShardTask = connection.recv()
            try:
                result = map_shard(task, load, limits, lambda at: connection.send(Begun(at, time.monotonic())))
                connection.send(result)
            except SvodkaError as error:  # of loading: no article can be read
                connection.send(error)
