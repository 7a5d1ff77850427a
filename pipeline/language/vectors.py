"""Navec's news vectors: 250,000 frequent words, 300 numbers each, held quantised (25 MB).

The file is the one that natasha ships. It is read here and not by navec, which computes norms and a table of products
on loading that nobody here asks for, and keeps every word as a string: 190 MB at its height, 100 MB for good.
"""

from __future__ import annotations

import gzip
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.kept import kept
from pipeline.language.backends import vectors_file
from pipeline.language.word_table import WordTable

DIMENSIONS = 300
UNKNOWN = "<unk>"
_KEPT = 1 << 15  # words, 100 bytes each: a question costs 3 µs, and a lemma is asked for by several networks
_COUNT, _PQ_HEADER = 4, 16  # bytes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Navec:
    """The file: rows of words, `packed_vectors`, `vector_parts`."""

    words: WordTable
    unknown: int
    packed: NDArray[np.uint8]
    parts: NDArray[np.float32]


@lru_cache(maxsize=_KEPT)
def vector_row(word: str) -> int:
    """Row of a lower-cased word; the row of `<unk>` for an unknown one."""
    row = _navec().words.number(word.lower())
    return _navec().unknown if row is None else row


def occurs(word: str) -> bool:
    """Whether a form is common in the news that the vectors come from: «Остраве» and «Острава» are, «Острав» is not."""
    return vector_row(word) != _navec().unknown


def vectors(rows: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
    """Vectors of rows: len(rows) x 300."""
    parts, offsets = _codebook()
    codes = packed_vectors()[np.asarray(rows, dtype=np.int64)] + offsets
    return np.asarray(parts.take(codes, axis=0).reshape(len(codes), -1))


def packed_vectors() -> NDArray[np.uint8]:
    """Of every row, which part stands in each of its places: rows x places."""
    return _navec().packed


def vector_parts() -> NDArray[np.float32]:
    """The parts to choose from in each place, places x 256 x numbers of a part."""
    return _navec().parts


@cache
def _codebook() -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The parts that all vectors are made of, one under the other, and where those of each place begin."""
    codes = vector_parts()
    parts = np.ascontiguousarray(codes.reshape(-1, codes.shape[-1]))
    return parts, np.arange(codes.shape[0], dtype=np.int64) * codes.shape[1]


@cache
def _navec() -> _Navec:
    with tarfile.open(vectors_file()) as members:
        vocabulary = _content(members, "vocab.bin")
        words = kept("vectors", vocabulary, lambda: WordTable(_words(gzip.decompress(vocabulary))))
        packed, parts = _quantised(_content(members, "pq.bin"))
    unknown = words.number(UNKNOWN)
    assert unknown is not None  # the file is always the same one
    return _Navec(words=words, unknown=unknown, packed=packed, parts=parts)


def _content(members: tarfile.TarFile, name: str) -> bytes:
    file = members.extractfile(name)
    assert file is not None
    return file.read()


def _words(content: bytes) -> list[str]:
    """From `vocab.bin`: how many words there are, how often each was met, the words line by line."""
    (size,) = np.frombuffer(content[:_COUNT], np.uint32)
    return content[_COUNT * (1 + int(size)) :].decode().splitlines()


def _quantised(content: bytes) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """From `pq.bin`: its sizes, the packed rows, the parts."""
    rows, _, places, choices = (int(size) for size in np.frombuffer(content[:_PQ_HEADER], np.uint32))
    packed = np.frombuffer(content, np.uint8, rows * places, _PQ_HEADER).reshape(rows, places)
    parts = np.frombuffer(content, np.float32, offset=_PQ_HEADER + packed.size).reshape(places, choices, -1)
    return packed, parts
