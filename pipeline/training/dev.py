"""A development corpus that a network is scored on while it trains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.mentions.reader.calibration import Calibration, fit_calibration
from pipeline.mentions.reader.features import FeatureExtractor
from pipeline.mentions.reader.model import ReaderModel
from pipeline.training.corpus import AnnotatedText
from pipeline.training.examples import make_examples
from pipeline.training.labels import Labels
from pipeline.training.network import Reader
from pipeline.training.predict import Predictor, WindowPrediction
from pipeline.training.prepared import Prepared, prepare
from pipeline.training.scoring import ARGUMENT_RELATIONS, ReaderScores

SPAN_THRESHOLDS = (0.0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class DevCorpus:
    """Annotated texts, each with its windows."""

    texts: tuple[tuple[AnnotatedText, Sequence[Prepared]], ...]
    labels: Labels

    @classmethod
    def of(cls, texts: Iterable[AnnotatedText], extractor: FeatureExtractor, labels: Labels) -> DevCorpus:
        """Cut texts into windows and compute their features."""
        windows = ((text, prepare(list(make_examples(text)), extractor, labels)) for text in texts)
        return cls(texts=tuple(windows), labels=labels)

    def predict(self, models: Sequence[Reader]) -> list[list[WindowPrediction]]:
        """Predictions window by window, text by text."""
        predictor = Predictor(models=models, labels=self.labels)
        return [list(predictor.predict(windows)) for _, windows in self.texts]

    def read(self, reader: ReaderModel) -> list[list[WindowPrediction]]:
        """What a finished reader says of every text, as one window."""
        readings = (reader.read_text(text.text) for text, _ in self.texts)
        return [
            [WindowPrediction(mentions=one.span_confidences(), relations=one.relation_confidences())]
            for one in readings
        ]

    def score(
        self, predictions: Sequence[Sequence[WindowPrediction]], threshold: float, *, spans: float = 0.0
    ) -> ReaderScores:
        """Score mentions above the probability `spans`, and the relations above `threshold` between them."""
        scores = ReaderScores()
        for (text, _), windows in zip(self.texts, predictions, strict=True):
            mentions = {mention for window in windows for mention, p in window.mentions.items() if p > spans}
            relations = {
                (kind, head, tail)
                for window in windows
                for (kind, head, tail), p in window.relations.items()
                if p > threshold and head in mentions and tail in mentions
            }
            scores.add(text, mentions, relations)
        return scores

    def calibrations(
        self, predictions: Sequence[Sequence[WindowPrediction]], threshold: float, *, spans: float = 0.0
    ) -> tuple[Calibration, Calibration]:
        """How the probabilities of spans and relations above their thresholds become shares that hold here."""
        found: list[tuple[float, bool]] = []
        links: list[tuple[float, bool]] = []
        for (text, _), windows in zip(self.texts, predictions, strict=True):
            for window in windows:
                found += [(p, span in text.mentions) for span, p in window.mentions.items() if p > spans]
                links += [(p, link in text.relations) for link, p in window.relations.items() if p > threshold]
        return _fitted(found), _fitted(links)

    def best_span_threshold(self, predictions: Sequence[Sequence[WindowPrediction]]) -> float:
        """The threshold with the best F1 of mentions here; the lowest of equals."""
        return max(SPAN_THRESHOLDS, key=lambda spans: self.score(predictions, 1.0, spans=spans).mentions.f1())

    def best_threshold(self, predictions: Sequence[Sequence[WindowPrediction]], *, spans: float = 0.0) -> float:
        """The threshold with the best F1 of relations and of event arguments, both alike; the lowest of equals."""

        def quality(threshold: float) -> float:
            relations = self.score(predictions, threshold, spans=spans).relations
            return relations.f1() + relations.f1(ARGUMENT_RELATIONS)

        return max(THRESHOLDS, key=quality)


def _fitted(answers: Sequence[tuple[float, bool]]) -> Calibration:
    return fit_calibration([p for p, _ in answers], [right for _, right in answers])
