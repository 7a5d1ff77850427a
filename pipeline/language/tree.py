"""Heads that form a tree: the best-scored one where slovnet's own choice is none.

slovnet takes the best head of each word alone; 17 % of news sentences then have no or several roots and 10 % a
cycle. Chu-Liu/Edmonds finds the tree of the highest score sum (McDonald et al. 2005).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Heads = NDArray[np.int64]
Scores = NDArray[np.float64]


def best_heads(scores: NDArray[np.float32]) -> list[int]:
    """Head of each word, 0 for the root, 1-based otherwise, exactly one root.

    Args:
        scores: words x (words + 1); column 0 is the score of being the root.
    """
    greedy: list[int] = scores.argmax(axis=1).tolist()
    if greedy.count(0) == 1 and not _find_cycle([0, *greedy]):
        return greedy
    return list(_single_root_tree(scores).tolist())


def _single_root_tree(scores: NDArray[np.float32]) -> Heads:
    """Try the likeliest root words in turn as the only one and keep the best tree (at most three tries)."""
    square = np.full((len(scores) + 1, len(scores) + 1), -1e9)
    square[1:, :] = scores
    np.fill_diagonal(square, -1e9)
    best: tuple[float, Heads] | None = None
    for root in np.argsort(-scores[:, 0], kind="stable")[:3] + 1:
        only = square.copy()
        only[1:, 0] = -1e9
        only[root, 1:] = -1e9
        only[root, 0] = square[root, 0]
        if best is not None and float(only[1:].max(axis=1).sum()) <= best[0]:
            continue  # no tree can score more than the best heads together
        heads = _edmonds(only)
        total = float(square[np.arange(1, len(heads)), heads[1:]].sum())
        if best is None or total > best[0]:
            best = (total, heads)
    if best is None:
        return np.zeros(0, dtype=np.int64)
    found: Heads = best[1][1:]
    return found


def _edmonds(scores: Scores) -> Heads:
    """Maximum spanning arborescence of `scores[dependent, head]` rooted at node 0."""
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _find_cycle(heads.tolist())
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.array([n for n in range(len(heads)) if n not in set(cycle)])
    return _expand(scores, heads, inside, outside)


def _expand(scores: Scores, heads: Heads, inside: Heads, outside: Heads) -> Heads:
    """Contract the cycle to one node, solve the smaller graph, open the cycle where it is entered best."""
    kept = scores[inside, heads[inside]]
    entering = scores[np.ix_(inside, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, inside)]
    size = len(outside)
    small = np.full((size + 1, size + 1), -1e9)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    small[size, :size] = entering.max(axis=0)
    small[:size, size] = leaving.max(axis=1)
    solved = _edmonds(small)
    result = heads.copy()
    for node, head in enumerate(solved[:size]):
        result[outside[node]] = outside[head] if head < size else inside[leaving[node].argmax()]
    entry = solved[size]
    broken = inside[entering[:, entry].argmax()]
    result[broken] = outside[entry]
    result[0] = 0
    return result


def _find_cycle(heads: Sequence[int]) -> list[int]:
    """Nodes of a cycle, the first found; the node 0 is nobody's dependent."""
    seen = [0] * len(heads)  # the walk that has come to each node
    for start in range(1, len(heads)):
        path, node = list[int](), start
        while node and not seen[node]:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node and seen[node] == start:
            return path[path.index(node) :]
    return []
