"""Part files: each holds the outcomes of one shard and is at once the checkpoint that says so.

A part is written to a temporary name, forced to the disk and renamed, so that it is there whole or not at all,
whatever is killed or cut off. Its first line tells which articles it holds: a run that goes on takes it only for
the very same ones.
"""

from __future__ import annotations

import json
import pickle
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.runner.outcome import Outcome, unpack
from pipeline.runner.worker import ShardResult
from pipeline.writers.base import move_into_place, temporary


@dataclass(frozen=True, slots=True, kw_only=True)
class PartHeader:
    """What a part says of itself: the digest of its shard, articles by status, bytes after the first line."""

    digest: str
    statuses: Counter[str]
    size: int


class Parts:
    """The part files of a run in a folder, by the number of their shard."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which is made where it is not there."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, result: ShardResult) -> None:
        """Keep the result of a shard.

        Raises:
            OSError: the disk is full or refuses.
        """
        path = self._path(result.number)
        header = {"digest": result.digest, "statuses": dict(result.statuses), "size": len(result.packed)}
        with temporary(path).open("wb") as handle:
            handle.write(json.dumps(header).encode() + b"\n")
            handle.write(result.packed)
        move_into_place(path)

    def header(self, number: int) -> PartHeader | None:
        """What the part says of itself; `None` where it is not there or not whole."""
        path = self._path(number)
        try:
            with path.open("rb") as handle:
                line = handle.readline()
                whole = path.stat().st_size - len(line)
            content = json.loads(line)
            header = PartHeader(
                digest=content["digest"], statuses=Counter(content["statuses"]), size=content["size"]
            )  # fmt: skip
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None
        return header if header.size == whole else None

    def outcomes(self, shards: int) -> Iterator[Outcome]:
        """Read all outcomes in input order, one shard in memory at a time.

        Raises:
            OutputError: a part is damaged.
        """
        for number in range(shards):
            path = self._path(number)
            try:
                with path.open("rb") as handle:
                    handle.readline()
                    yield from unpack(handle.read())
            except (FileNotFoundError, zlib.error, pickle.UnpicklingError, EOFError) as error:
                raise OutputError(
                    f"{path} is damaged or gone ({error}). Give the same command with --restart to read all again."
                ) from error

    def drop_from(self, number: int) -> None:
        """Remove the parts of this number and of all higher ones."""
        for path in self._folder.glob("*.part"):
            if path.stem.isdigit() and int(path.stem) >= number:
                path.unlink()

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:07d}.part"
