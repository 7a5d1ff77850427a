"""Extraction as the readers call it: a limit of time and memory for each file, and no crash goes further."""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import IO, cast

from pipeline.errors import InputError
from pipeline.readers.extraction.extracted import Extracted
from pipeline.readers.limits import EXTRACTION_SECONDS

_DIED = (
    "The process that extracts its text was killed by it, or for lack of memory. "
    "Leave the file out, or copy its text into a .txt file."
)
_SLOW = "Its text was not extracted within {:.0f} seconds. Leave the file out, or copy its text into a .txt file."


@dataclass(slots=True)
class _Child:
    """The process at work, if any; a process inherited over a fork belongs to somebody else."""

    process: subprocess.Popen[bytes] | None = None
    owner: int = 0

    def running(self) -> subprocess.Popen[bytes]:
        if self.process is None or self.owner != os.getpid() or self.process.poll() is not None:
            command = [sys.executable, "-P", "-m", "pipeline.readers.extraction.child"]
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
            )
            self.owner = os.getpid()
        return self.process

    def stop(self) -> None:
        if self.process is not None and self.owner == os.getpid():
            self.process.kill()
            self.process.communicate()
        self.process = None


_child = _Child()
atexit.register(_child.stop)


def extract(kind: str, data: bytes, *, seconds: float = EXTRACTION_SECONDS) -> Extracted:
    """The text of a page or document; `kind` is html, docx or pdf.

    Raises:
        InputError: it cannot be told, or takes too long; the message says why.
    """
    answer = _ask(kind, data, seconds)
    if isinstance(answer, str):
        raise InputError(answer)
    return answer


def _ask(kind: str, data: bytes, seconds: float) -> Extracted | str:
    process = _child.running()
    late = threading.Event()

    def give_up() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, give_up)
    timer.daemon = True
    timer.start()
    try:
        requests = cast(IO[bytes], process.stdin)
        pickle.dump((kind, data), requests, protocol=pickle.HIGHEST_PROTOCOL)
        requests.flush()
        return cast("Extracted | str", pickle.load(cast(IO[bytes], process.stdout)))
    except (EOFError, OSError, pickle.UnpicklingError):
        _child.stop()
        return _SLOW.format(seconds) if late.is_set() else _DIED
    except BaseException:
        _child.stop()  # Ctrl-C: its answer would be taken for that of the next file
        raise
    finally:
        timer.cancel()
