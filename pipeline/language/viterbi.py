"""The best sequence of labels where labels depend on their neighbours: slovnet's `CRF.decode`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.language.graphs import transitions


def best_labels(scores: NDArray[np.float32], spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Viterbi over sentences side by side.

    Args:
        scores: rows x labels.
        spans: first and last row + 1 of each sentence.
    """
    order = sorted(range(len(spans)), key=lambda i: spans[i][0] - spans[i][1])
    firsts, sizes = zip(*((spans[i][0], spans[i][1] - spans[i][0]) for i in order), strict=True)
    rows, running = np.array(firsts), len(firsts)
    totals, moves, best = scores[rows], transitions(), []
    for step in range(1, sizes[0]):
        while sizes[running - 1] <= step:  # the longest sentences stand first
            running -= 1
        through = totals[:running, :, None] + moves
        through += scores[rows[:running] + step][:, None]
        best.append(through.argmax(axis=1))
        through.max(axis=1, out=totals[:running])
    paths = (_path(totals, best, place, size) for place, size in enumerate(sizes))
    return [path for _, path in sorted(zip(order, paths, strict=True))]


def _path(totals: NDArray[np.float32], best: Sequence[NDArray[np.int64]], place: int, size: int) -> list[int]:
    """Go back from the best last label of one sentence."""
    path = [int(totals[place].argmax())]
    for choices in reversed(best[: size - 1]):
        path.append(int(choices[place, path[-1]]))
    return path[::-1]
