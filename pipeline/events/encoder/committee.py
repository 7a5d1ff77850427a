"""The small networks and the encoder together: where an article was read carefully, their mean opinion counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from spacy.tokens import Doc

from pipeline.events.encoder.model import shipped_encoder
from pipeline.language.networks import Shares

WEIGHT = 0.7  # of the encoder's opinion


def joint_opinion(
    doc: Doc,
    question: str,
    words: Sequence[Sequence[int]],
    said: Sequence[Iterable[str]],
    small: Shares,
    *,
    unknown: Sequence[int] = (),
) -> Shares:
    """What both hold of some rows.

    Args:
        doc: the article.
        question: `triggers`, `linking` or `factuality`.
        words: for each place in a row the token of every row.
        said: of each row in categories.
        small: what the small networks hold: rows x (answers + 1).
        unknown: rows of which the small networks have learned nothing: of these the encoder's opinion alone counts.

    Returns:
        The same shape; `small` itself where the encoder has not read the article.
    """
    states = doc._.event_states
    if states is None:
        return small
    large = shipped_encoder().answers(question, [states[list(own)] for own in words], said)
    joint = (1 - WEIGHT) * small + WEIGHT * large
    joint[list(unknown)] = large[list(unknown)]
    return np.asarray(joint, dtype=np.float32)
