"""Examples with their features computed and their labels numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.mentions.reader.features import FeatureExtractor, WindowFeatures
from pipeline.mentions.reader.windows import MAX_WIDTH, Window
from pipeline.training.examples import Example, PieceSpan
from pipeline.training.labels import Labels

SpanKey = tuple[int, int]
RelationTarget = tuple[int, SpanKey, SpanKey, float]  # relation number, head, tail, how likely it is stated


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftSpans:
    """What teachers think of spans: `cells` k x 2 (start, width - 1), `likelihoods` k x (types + 1), rows sum to 1."""

    cells: NDArray[np.int64]
    likelihoods: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A window ready for the network.

    `sentences` gives the sentence of each piece, `gold` maps (start, width - 1) to a type number from 1. Where teachers
    have labelled the window, `soft` holds their doubts and `gold` what they would choose.
    """

    window: Window
    features: WindowFeatures
    sentences: NDArray[np.int64]
    gold: dict[SpanKey, int]
    relations: tuple[RelationTarget, ...]
    soft: SoftSpans | None = None


def prepare(examples: Sequence[Example], extractor: FeatureExtractor, labels: Labels) -> list[Prepared]:
    """Compute features and number the labels; spans wider than `MAX_WIDTH` and unknown labels are left out."""
    types, relations = labels.type_numbers(), labels.relation_numbers()
    return [
        Prepared(
            window=example.window,
            features=extractor.window(example.text, example.window),
            sentences=np.array(example.window.sentences),
            gold={_key(span): types[span[2]] for span in example.mentions if _fits(span) and span[2] in types},
            relations=tuple(_relations(example, relations)),
        )
        for example in examples
    ]


def _relations(example: Example, numbers: dict[str, int]) -> Iterator[RelationTarget]:
    for kind, head, tail in example.relations:
        if kind in numbers and _fits(head) and _fits(tail):
            yield numbers[kind], _key(head), _key(tail), 1.0


def _key(span: PieceSpan) -> SpanKey:
    return span[0], span[1] - span[0]


def _fits(span: PieceSpan) -> bool:
    return span[1] - span[0] < MAX_WIDTH
