"""What the map pass leaves behind of each article, and its form as bytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.pickled import packed, unpacked_all
from pipeline.readers.read import Reading
from pipeline.records.annotations import Annotations
from pipeline.records.article import Article, Rejection

Annotate = Callable[[Article], Annotations]
_FASTEST = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An article and what was found in it; `annotations` is set exactly where the reading's status is `ok`."""

    reading: Reading
    annotations: Annotations | None = None


def failed(reading: Reading, stage: str, message: str) -> Outcome:
    """The outcome of an article that a stage could not read."""
    rejection = Rejection(
        source=reading.article.source, stage=stage, code="failed", message=message, doc_id=reading.article.doc_id
    )
    return Outcome(reading=replace(reading, status="failed", rejection=rejection))


def pack(outcomes: Iterable[Outcome]) -> bytes:
    """Compress outcomes; they can be read back one by one."""
    return zlib.compress(packed(*outcomes), _FASTEST)


def unpack(data: bytes) -> Iterator[Outcome]:
    """Read back what `pack` has made, one outcome at a time.

    Raises:
        zlib.error, pickle.UnpicklingError, EOFError: the bytes are damaged.
    """
    yield from unpacked_all(zlib.decompress(data))
