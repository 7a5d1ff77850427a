"""The trained reader at work: an article's sentences in, nested typed spans and relations out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.language.graphs import open_graph
from pipeline.language.layout import find_lines
from pipeline.language.segmentation import split_sentences
from pipeline.mentions.reader.config import load_config
from pipeline.mentions.reader.features import FeatureExtractor, FeatureVocabulary
from pipeline.mentions.reader.pairs import MentionPlaces, Pairs, candidate_pairs
from pipeline.mentions.reader.pieces import Span, split_pieces
from pipeline.mentions.reader.reading import Reading, ReadRelation, ReadSpan, WindowShares
from pipeline.mentions.reader.windows import Window, pack_windows


@dataclass(frozen=True, slots=True, kw_only=True)
class _EncodedWindow:
    """Outputs of the first graph for n pieces, and the spans (start, width - 1) chosen from them."""

    window: Window
    hidden: NDArray[np.float32]
    vectors: NDArray[np.float32]
    probabilities: NDArray[np.float32]
    places: NDArray[np.int64]


class ReaderModel:
    """Runs the exported network window by window; what it says of a window depends on nothing else."""

    def __init__(self, folder: Path) -> None:
        """Load weights, labels and vocabulary from a folder that `svodka train` wrote."""
        self.config = load_config(folder)
        self._allowed = self.config.allowed_matrix()
        self._extractor = FeatureExtractor(FeatureVocabulary.load(folder / "vocabulary.json"))
        self._spans = open_graph(str(folder / "spans.onnx"))
        self._relations = open_graph(str(folder / "relations.onnx"))

    def read_text(self, text: str) -> Reading:
        """Read a plain text, as training cuts it."""
        return self.read(text, [sentence.tokens for sentence in split_sentences(text, find_lines(text))])

    def read(self, text: str, sentences: Sequence[Sequence[Span]]) -> Reading:
        """Read an article.

        Args:
            text: the article.
            sentences: token offsets, sentence by sentence.
        """
        spans: list[ReadSpan] = []
        relations: list[ReadRelation] = []
        states: dict[int, NDArray[np.float32]] = {}
        windows: list[WindowShares] = []
        for window in pack_windows([list(split_pieces(text, tokens)) for tokens in sentences]):
            encoded = self._encode(text, window)
            found = self._found(encoded)
            spans += found
            states.update(zip((start for start, _ in window.pieces), encoded.hidden, strict=False))
            windows.append(_shares(encoded))
            if len(found) > 1:
                relations += self._links(encoded, found)
        return Reading(
            source=self.config.name, spans=tuple(spans), relations=tuple(relations), states=states,
            types=self.config.types, windows=tuple(windows),
        )  # fmt: skip

    def _encode(self, text: str, window: Window) -> _EncodedWindow:
        features = self._extractor.window(text, window)
        hidden, vectors, probabilities = self._spans.run(
            None, {"ids": features.ids[None], "vectors": features.vectors[None], "extras": features.extras[None]}
        )
        return _EncodedWindow(
            window=window,
            hidden=hidden,
            vectors=vectors,
            probabilities=probabilities,
            places=_chosen(probabilities, self.config.span_threshold),
        )

    def _found(self, encoded: _EncodedWindow) -> list[ReadSpan]:
        """The chosen spans, in the order of their places."""
        starts, widths = encoded.places.T
        own = encoded.probabilities[starts, widths]
        numbers = own[:, 1:].argmax(axis=1)
        confidences = self.config.span_calibration.apply(own[:, 1:].max(axis=1)).round(4).tolist()
        pieces = encoded.window.pieces
        return [
            ReadSpan(start=pieces[start][0], end=pieces[start + width][1], type=self.config.types[number], confidence=p)
            for (start, width), number, p in zip(encoded.places.tolist(), numbers.tolist(), confidences, strict=True)
        ]

    def _links(self, encoded: _EncodedWindow, spans: Sequence[ReadSpan]) -> Iterator[ReadRelation]:
        starts, widths = encoded.places.T
        own = encoded.probabilities[starts, widths, 1:]
        sentences = np.array(encoded.window.sentences)[starts]
        mentions = MentionPlaces(starts=starts, ends=starts + widths, types=own.argmax(axis=1), sentences=sentences)
        found = candidate_pairs(mentions, self._allowed)
        if not len(found.pairs):
            return
        (scores,) = self._relations.run(None, {
            "spans": encoded.vectors[starts, widths], "types": own / own.sum(axis=1, keepdims=True),
            "between": _between(encoded.hidden, found), "pairs": found.pairs, "distance": found.distance,
        })  # fmt: skip
        # a relation is right only where both its ends are, so theirs are factors of its probability
        scores = scores * own.max(axis=1)[found.pairs].prod(axis=1, keepdims=True)
        rows, kinds = np.nonzero(scores > self.config.relation_threshold)
        confidences = self.config.relation_calibration.apply(scores[rows, kinds]).round(4).tolist()
        ends = found.pairs[rows].tolist()
        for (head, tail), kind, p in zip(ends, kinds.tolist(), confidences, strict=True):
            yield ReadRelation(type=self.config.relations[kind], head=spans[head], tail=spans[tail], confidence=p)


def _shares(encoded: _EncodedWindow) -> WindowShares:
    pieces = encoded.window.pieces
    return WindowShares(
        starts={start: number for number, (start, _) in enumerate(pieces)},
        ends={end: number for number, (_, end) in enumerate(pieces)}, shares=encoded.probabilities,
    )  # fmt: skip


def _chosen(probabilities: NDArray[np.float32], threshold: float) -> NDArray[np.int64]:
    """Spans (start, width - 1) whose likeliest type is not «none» and likely enough, and that end inside the window."""
    places: NDArray[np.int64] = np.argwhere(probabilities[..., 0] < 0.5)  # else no type can be likelier than none
    own = probabilities[places[:, 0], places[:, 1]]
    likeliest = own[:, 1:].max(axis=1, initial=0.0)
    places = places[(likeliest > own[:, 0]) & (likeliest > threshold)]
    return np.asarray(places[places.sum(axis=1) < len(probabilities)])


def _between(hidden: NDArray[np.float32], found: Pairs) -> NDArray[np.float32]:
    """Mean of the hidden states of each pair's gap; zero where it is empty."""
    total = np.zeros((len(hidden) + 1, hidden.shape[1]), dtype=np.float32)
    for i, row in enumerate(hidden):  # twice as quick as numpy's cumsum along the rows
        np.add(total[i], row, out=total[i + 1])
    low, high = found.gaps.T
    return np.asarray((total[high] - total[low]) / np.maximum(high - low, 1).astype(np.float32)[:, None])
