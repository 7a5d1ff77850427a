"""Articles in portions: the same portions whatever the number of workers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.readers.read import Reading

MAX_ARTICLES = 32
MAX_BYTES = 64_000
GROWTH = 1_000  # shards after which the next ones are larger, so that no dump makes millions of files


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Consecutive articles of the input.

    Attributes:
        number: over all dumps of a run, from 0.
        bytes_read: bytes of the inputs that were read for it.
    """

    number: int
    readings: tuple[Reading, ...]
    bytes_read: int = 0

    def digest(self) -> str:
        """SHA-256 of all that a worker is given, hexadecimal: tells whether a part file is of this very shard."""
        plain = (replace(reading, position=0) for reading in self.readings)
        return hashlib.sha256("\n".join(map(repr, plain)).encode("utf-8", "surrogatepass")).hexdigest()


def split_into_shards(readings: Iterable[Reading], first: int = 0) -> Iterator[Shard]:
    """Cut the stream of articles after `MAX_BYTES` of text or `MAX_ARTICLES`, whichever comes first.

    Both grow with the number of shards: by as much again after each `GROWTH` of them.
    """
    portion: list[Reading] = []
    number, size, reached, before = first, 0, 0, 0
    for reading in readings:
        portion.append(reading)
        reached = max(reached, reading.position)  # members of an archive need not lie in the order of their names
        size += len(reading.article.text.encode("utf-8", "surrogatepass"))
        scale = 1 + (number - first) // GROWTH
        if len(portion) >= MAX_ARTICLES * scale or size >= MAX_BYTES * scale:
            yield Shard(number=number, readings=tuple(portion), bytes_read=reached - before)
            number, size, before, portion = number + 1, 0, reached, []
    if portion:
        yield Shard(number=number, readings=tuple(portion), bytes_read=reached - before)
