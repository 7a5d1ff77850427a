"""The labels of a corpus: types, relations, and which types a relation joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import InputError
from pipeline.training.examples import Example


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Types and relations in alphabetical order; `allowed` the (head type, tail type) pairs seen related."""

    types: tuple[str, ...]
    relations: tuple[str, ...]
    allowed: tuple[tuple[str, str], ...]

    def type_numbers(self) -> dict[str, int]:
        """Numbers from 1; 0 is no mention."""
        return {name: i for i, name in enumerate(self.types, 1)}

    def relation_numbers(self) -> dict[str, int]:
        """Numbers from 0."""
        return {name: i for i, name in enumerate(self.relations)}

    def allowed_matrix(self) -> NDArray[np.bool_]:
        """Types x types, both numbered from 0."""
        matrix = np.zeros((len(self.types), len(self.types)), dtype=bool)
        for head, tail in self.allowed:
            matrix[self.types.index(head), self.types.index(tail)] = True
        return matrix


def collect_labels(examples: Sequence[Example]) -> Labels:
    """The labels that occur in training examples.

    Raises:
        InputError: nothing is annotated.
    """
    types = {mention[2] for example in examples for mention in example.mentions}
    if not types:
        raise InputError("The training corpus holds no annotated span that its tokens fit.")
    links = [relation for example in examples for relation in example.relations]
    return Labels(
        types=tuple(sorted(types)),
        relations=tuple(sorted({kind for kind, _, _ in links})),
        allowed=tuple(sorted({(head[2], tail[2]) for _, head, tail in links})),
    )
