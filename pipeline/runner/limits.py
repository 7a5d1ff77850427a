"""How much time and memory one article may take: what no exception can end is ended from outside the interpreter."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1 << 20
_STATM = Path("/proc/self/statm")
_DATA_FIELD = 5  # of statm: data and stack, in pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one article may take.

    Attributes:
        seconds: of wall-clock time; 0 is no limit.
        megabytes: of memory beyond what the process holds when it begins; 0 is no limit, and only Linux holds it.
    """

    seconds: float = 300.0
    megabytes: int = 2048


@contextmanager
def limited(limits: Limits) -> Iterator[None]:
    """Hold the block to the limits: too much memory raises `MemoryError`, too much time ends the process.

    The clock is a thread of the C library (`faulthandler`), so it also ends code that never comes back to Python.
    """
    with _memory(limits.megabytes), _time(limits.seconds):
        yield


@contextmanager
def _time(seconds: float) -> Iterator[None]:
    if seconds <= 0:
        yield
        return
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def _memory(megabytes: int) -> Iterator[None]:
    if megabytes <= 0 or not _STATM.exists():
        yield
        return
    import resource  # noqa: PLC0415  (there is none on Windows)

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = _held() + megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (_lower(wanted, soft), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _held() -> int:
    """Bytes of data that the process has mapped."""
    pages = int(_STATM.read_text(encoding="ascii").split()[_DATA_FIELD])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _lower(wanted: int, soft: int) -> int:
    return wanted if soft < 0 else min(wanted, soft)  # -1 is no limit
