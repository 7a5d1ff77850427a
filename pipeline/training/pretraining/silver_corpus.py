"""All parts as a few long arrays: 7 million pieces take 200 MB."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.training.pretraining.parts import NUMBERED, SilverPart, load_part
from pipeline.training.pretraining.piece_labels import HEAD_LABELS

RARE_TAG = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SilverCorpus:
    """The n pieces of all articles.

    Attributes:
        digests: of the parts.
        articles: how many there are.
        vocabulary: every word that occurs.
        words: n int32, places in `vocabulary`.
        labels: n x 4 int16: tag (0 is a rare one), name label, relation, head label.
        classes: how many labels of each of the four kinds there are.
        flags: n x CONTEXT bool.
        bounds: windows + 1 int64; window i holds the pieces from `bounds[i]` to `bounds[i + 1]`.
    """

    digests: tuple[str, ...]
    articles: int
    vocabulary: tuple[str, ...]
    words: NDArray[np.int32]
    labels: NDArray[np.int16]
    classes: tuple[int, int, int, int]
    flags: NDArray[np.bool_]
    bounds: NDArray[np.int64]

    def windows(self) -> int:
        """How many windows there are."""
        return len(self.bounds) - 1

    def counts(self) -> Counter[str]:
        """How often each word occurs."""
        numbers = np.bincount(self.words, minlength=len(self.vocabulary))
        return Counter(dict(zip(self.vocabulary, numbers.tolist(), strict=True)))


def load_silver(paths: Sequence[Path], *, least_tag: int) -> SilverCorpus:
    """Join parts; tags seen fewer than `least_tag` times become one class.

    Raises:
        InputError: a part is damaged.
    """
    known: dict[str, dict[str, int]] = {kind: {} for kind in NUMBERED}
    loaded = [_compact(load_part(path), known) for path in paths]
    labels = np.concatenate([part.labels for part in loaded])
    tags = _without_rare(labels, len(known["tags"]), least_tag)
    return SilverCorpus(
        digests=tuple(part.digest for part in loaded),
        articles=sum(part.articles for part in loaded),
        vocabulary=tuple(known["words"]),
        words=np.concatenate([part.words for part in loaded]),
        labels=labels,
        classes=(tags, len(known["names"]), len(known["relations"]), HEAD_LABELS),
        flags=np.concatenate([part.flags for part in loaded]),
        bounds=_bounds(np.concatenate([part.windows for part in loaded])),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _CompactPart:
    """A part in numbers that hold for all parts."""

    digest: str
    articles: int
    words: NDArray[np.int32]
    labels: NDArray[np.int16]
    flags: NDArray[np.bool_]
    windows: NDArray[np.int32]


def _compact(part: SilverPart, known: dict[str, dict[str, int]]) -> _CompactPart:
    columns = [
        _places(getattr(part.inventory, kind), known[kind])[part.numbers[:, i]] for i, kind in enumerate(NUMBERED)
    ]
    return _CompactPart(
        digest=part.digest,
        articles=part.articles,
        words=columns[0],
        labels=np.stack([*columns[1:], part.numbers[:, -1]], axis=1).astype(np.int16),
        flags=part.flags,
        windows=part.windows,
    )


def _places(values: Sequence[str], known: dict[str, int]) -> NDArray[np.int32]:
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int32)


def _bounds(windows: NDArray[np.int32]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, dtype=np.int64), windows.cumsum(dtype=np.int64)])


def _without_rare(labels: NDArray[np.int16], tags: int, least: int) -> int:
    """Renumber the tags in place; returns how many classes are left."""
    kept = np.bincount(labels[:, 0], minlength=tags) >= least
    numbers = np.where(kept, kept.cumsum(), RARE_TAG).astype(np.int16)
    labels[:, 0] = numbers[labels[:, 0]]
    return int(kept.sum()) + 1
