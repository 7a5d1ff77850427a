"""Reprints: articles that share most of their wording with an earlier one, found by MinHash.

The signature of a text estimates the Jaccard similarity of sets of three words in a row (Broder 1997); articles meet
where a band of their signatures is the same (Leskovec, Rajaraman, Ullman, «Mining of Massive Datasets», ch. 3).
datasketch makes the signatures and chooses the bands; they are kept on disk with what else a run has seen.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from pipeline.errors import InputError

try:
    import numpy as np
    from datasketch import MinHash, MinHashLSH
except ImportError as error:
    raise InputError(
        "--near-duplicates needs datasketch. "
        "Install the extra: pip install 'svodka[near]', in a checkout: uv sync --extra near"
    ) from error

PERMUTATIONS = 128
IN_A_ROW = 3
FEWEST = 20  # words in a row that a text must have: of shorter ones only identical texts count
_WORD = re.compile(r"\w+")
_TABLES = """
CREATE TABLE IF NOT EXISTS signatures (place INTEGER PRIMARY KEY, doc_id BLOB, signature BLOB, batch INTEGER);
CREATE TABLE IF NOT EXISTS bands (band INTEGER, cells BLOB, place INTEGER, batch INTEGER,
    PRIMARY KEY (band, cells, place)) WITHOUT ROWID;
"""
TABLES = ("signatures", "bands")


class Reprints:
    """Finds the first article with nearly the same wording.

    Args:
        database: where signatures are kept.
        batch: number of the dump that is being read.
        share: Jaccard similarity from which two articles count as one.
    """

    def __init__(self, database: sqlite3.Connection, batch: int, share: float) -> None:
        self._do = database.execute
        database.executescript(_TABLES)
        for table in TABLES:
            self._do(f"DELETE FROM {table} WHERE batch >= ?", (batch,))
        database.commit()
        self._batch = batch
        self._share = share
        chosen = MinHashLSH(threshold=share, num_perm=PERMUTATIONS)
        self._bands, self._rows = int(chosen.b), int(chosen.r)

    def first_like(self, text: str, doc_id: bytes) -> bytes:
        """The id of the earliest article that is nearly the same; `doc_id` itself if there is none."""
        pieces = shingles(text)
        if len(pieces) < FEWEST:
            return doc_id
        signature = signature_of(pieces)
        for place in self._met(signature):
            first, other = self._do("SELECT doc_id, signature FROM signatures WHERE place = ?", (place,)).fetchone()
            if np.mean(np.frombuffer(other, dtype=np.uint64) == signature) >= self._share:
                return bytes(first)
        self._note(signature, doc_id)
        return doc_id

    def _met(self, signature: np.ndarray) -> list[int]:
        """Places of articles with a band in common, the earliest first."""
        query = "SELECT place FROM bands WHERE band = ? AND cells = ?"
        return sorted({place for band in self._cut(signature) for (place,) in self._do(query, band)})

    def _note(self, signature: np.ndarray, doc_id: bytes) -> None:
        row = (doc_id, signature.tobytes(), self._batch)
        place = self._do("INSERT INTO signatures VALUES (NULL, ?, ?, ?)", row).lastrowid
        for band, cells in self._cut(signature):
            self._do("INSERT INTO bands VALUES (?, ?, ?, ?)", (band, cells, place, self._batch))

    def _cut(self, signature: np.ndarray) -> Iterator[tuple[int, bytes]]:
        for band in range(self._bands):
            yield band, signature[band * self._rows : (band + 1) * self._rows].tobytes()


def shingles(text: str) -> set[str]:
    """All runs of `IN_A_ROW` words, in lower case, «ё» as «е»."""
    words = _WORD.findall(text.lower().replace("ё", "е"))
    return {" ".join(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1)}


def signature_of(pieces: set[str]) -> np.ndarray:
    """MinHash of a set, the same on every machine: `PERMUTATIONS` numbers."""
    made = MinHash(num_perm=PERMUTATIONS)
    made.update_batch([piece.encode("utf-8", "surrogatepass") for piece in sorted(pieces)])
    return np.asarray(made.hashvalues, dtype=np.uint64)
