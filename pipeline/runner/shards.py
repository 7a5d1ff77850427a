"""Articles in portions: the same portions whatever the number of workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.readers.read import Reading

MAX_ARTICLES = 8
MAX_CHARACTERS = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Consecutive articles of the input."""

    number: int
    readings: tuple[Reading, ...]


def split_into_shards(readings: Iterable[Reading]) -> Iterator[Shard]:
    """Cut the stream of articles after `MAX_ARTICLES` or `MAX_CHARACTERS`, whichever comes first."""
    number, portion, characters = 0, list[Reading](), 0
    for reading in readings:
        portion.append(reading)
        characters += len(reading.article.text)
        if len(portion) == MAX_ARTICLES or characters >= MAX_CHARACTERS:
            yield Shard(number=number, readings=tuple(portion))
            number, portion, characters = number + 1, [], 0
    if portion:
        yield Shard(number=number, readings=tuple(portion))
