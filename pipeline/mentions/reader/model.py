"""The reader model in memory: an article's sentences in, nested typed spans and relations out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.mentions.reader.features import FeatureExtractor, FeatureVocabulary
from pipeline.mentions.reader.pairs import candidate_pairs
from pipeline.mentions.reader.pieces import Span, split_pieces
from pipeline.mentions.reader.windows import Window, pack_windows
from pipeline.resources import models_dir


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSpan:
    """A span of text with its type in lower case and the probability that both are right."""

    start: int
    end: int
    type: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRelation:
    """A relation between two spans of one window."""

    type: str
    head: ReadSpan
    tail: ReadSpan
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one article holds, spans and relations in the order of their offsets."""

    spans: tuple[ReadSpan, ...]
    relations: tuple[ReadRelation, ...]


class ReaderModel:
    """Runs the exported network window by window; what it says of a window depends on nothing else."""

    def __init__(self, folder: Path) -> None:
        """Load weights, labels and vocabulary from a folder that `svodka train` wrote."""
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.types: list[str] = config["types"]
        self.relations: list[str] = config["relations"]
        self.source: str = config["name"]
        self._threshold: float = config["relation_threshold"]
        self._allowed = np.array(config["allowed"], dtype=bool)
        self._extractor = FeatureExtractor(FeatureVocabulary.load(folder / "vocabulary.json"))
        self._spans = _session(folder / "spans.onnx")
        self._relations = _session(folder / "relations.onnx")

    def read(self, text: str, sentences: Sequence[Sequence[Span]]) -> Reading:
        """Read an article.

        Args:
            text: the article.
            sentences: token offsets, sentence by sentence.
        """
        spans: list[ReadSpan] = []
        relations: list[ReadRelation] = []
        for window in pack_windows([list(split_pieces(text, tokens)) for tokens in sentences]):
            found, links = self._window(text, window)
            spans += found
            relations += links
        return Reading(spans=tuple(spans), relations=tuple(relations))

    def _window(self, text: str, window: Window) -> tuple[list[ReadSpan], list[ReadRelation]]:
        features = self._extractor.window(text, window)
        hidden, vectors, probabilities = self._spans.run(
            None, {"ids": features.ids[None], "vectors": features.vectors[None], "extras": features.extras[None]}
        )
        places = _chosen(probabilities)
        spans = [self._span(window, probabilities, at) for at in places]
        if len(spans) < 2:
            return spans, []
        return spans, list(self._links(window, hidden, vectors, probabilities, places, spans))

    def _span(self, window: Window, probabilities: NDArray[np.float32], at: tuple[int, int]) -> ReadSpan:
        start, width = at
        number = int(probabilities[start, width].argmax())
        return ReadSpan(
            start=window.pieces[start][0], end=window.pieces[start + width][1], type=self.types[number - 1],
            confidence=round(float(probabilities[start, width, number]), 4),
        )  # fmt: skip

    def _links(  # noqa: PLR0913, PLR0917
        self, window: Window, hidden: NDArray[np.float32], vectors: NDArray[np.float32],
        probabilities: NDArray[np.float32], places: Sequence[tuple[int, int]], spans: Sequence[ReadSpan],
    ) -> Iterator[ReadRelation]:  # fmt: skip
        at = np.array(places)
        starts, ends = at[:, 0], at.sum(axis=1)
        own = probabilities[at[:, 0], at[:, 1], 1:]
        sentences = np.array(window.sentences)[starts]
        found = candidate_pairs(starts, ends, own.argmax(axis=1), sentences, self._allowed)
        if not len(found.pairs):
            return
        total = np.concatenate([np.zeros_like(hidden[:1]), hidden.cumsum(axis=0, dtype=np.float32)])
        low, high = found.gaps.T
        between = (total[high] - total[low]) / np.maximum(high - low, 1).astype(np.float32)[:, None]
        (scores,) = self._relations.run(None, {
            "spans": vectors[at[:, 0], at[:, 1]], "types": own / own.sum(axis=1, keepdims=True), "between": between,
            "pairs": found.pairs, "distance": found.distance,
        })  # fmt: skip
        for row, kind in np.argwhere(scores > self._threshold):
            head, tail = found.pairs[row]
            yield ReadRelation(
                type=self.relations[kind], head=spans[head], tail=spans[tail],
                confidence=round(float(scores[row, kind]), 4),
            )  # fmt: skip


def _chosen(probabilities: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Spans (start, width - 1) whose likeliest type is not «none» and that end inside the window."""
    starts, widths = np.nonzero(probabilities.argmax(axis=-1))
    inside = starts + widths < len(probabilities)
    return list(zip(starts[inside].tolist(), widths[inside].tolist(), strict=True))


def _session(path: Path) -> Any:
    import onnxruntime  # noqa: PLC0415  (only where an article is read)

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # one thread a worker: results do not depend on it
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@cache
def shipped_reader() -> ReaderModel:
    """The model of `models/reader`."""
    return ReaderModel(models_dir() / "reader")
