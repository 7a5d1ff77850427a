"""A development corpus that a network is scored on while it trains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.training.corpus import AnnotatedText
from pipeline.training.labels import Labels
from pipeline.training.network import Reader
from pipeline.training.predict import Predictor, WindowPrediction
from pipeline.training.prepared import Prepared
from pipeline.training.scoring import ReaderScores

THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class DevCorpus:
    """Annotated texts, each with its windows."""

    texts: tuple[tuple[AnnotatedText, Sequence[Prepared]], ...]
    labels: Labels

    def predict(self, models: Sequence[Reader]) -> list[list[WindowPrediction]]:
        """Predictions window by window, text by text."""
        predictor = Predictor(models=models, labels=self.labels)
        return [[predictor.predict(window) for window in windows] for _, windows in self.texts]

    def score(self, predictions: Sequence[Sequence[WindowPrediction]], threshold: float) -> ReaderScores:
        """Score relations above a threshold, and mentions."""
        scores = ReaderScores()
        for (text, _), windows in zip(self.texts, predictions, strict=True):
            mentions = frozenset(mention for window in windows for mention in window.mentions)
            relations = frozenset(
                relation for window in windows for relation, p in window.relations.items() if p > threshold
            )
            scores.add(text, mentions, relations)
        return scores

    def best_threshold(self, predictions: Sequence[Sequence[WindowPrediction]]) -> float:
        """The threshold with the best F1 of relations here; the lowest of equals."""
        return max(THRESHOLDS, key=lambda threshold: self.score(predictions, threshold).relations.f1())
