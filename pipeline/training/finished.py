"""A finished reader: thresholds and calibration fitted on dev, graphs, vocabulary and config written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.mentions.reader.config import ReaderConfig, save_config
from pipeline.mentions.reader.features import FeatureVocabulary
from pipeline.mentions.reader.model import ReaderModel
from pipeline.training.dev import DevCorpus
from pipeline.training.export import export_graphs, quantise_graphs
from pipeline.training.network import Reader
from pipeline.training.predict import LEAST_PROBABILITY, WindowPrediction


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedReader:
    """One network, or several whose probabilities are averaged; `settings` says how they were trained."""

    name: str
    models: Sequence[Reader]
    vocabulary: FeatureVocabulary
    settings: Mapping[str, float | str]

    def write(self, dev: DevCorpus, out: Path, *, int8: bool = False) -> dict[str, float]:
        """Write the folder of the reader; returns its figures on dev.

        Thresholds and calibration are fitted on what the written graphs say: 8 bits say it a little otherwise.
        """
        export_graphs(self.models, out)
        if int8:
            quantise_graphs(out)
        self.vocabulary.save(out / "vocabulary.json")
        unfitted = self._unfitted(dev)
        save_config(unfitted, out)
        config = _fitted(unfitted, dev, dev.read(ReaderModel(out)))
        save_config(config, out)
        return config.scores

    def _unfitted(self, dev: DevCorpus) -> ReaderConfig:
        """A reader that tells all that it thinks possible."""
        return ReaderConfig(
            name=self.name, types=dev.labels.types, relations=dev.labels.relations, allowed=dev.labels.allowed,
            relation_threshold=LEAST_PROBABILITY, scores={}, settings=dict(self.settings),
        )  # fmt: skip


def _fitted(config: ReaderConfig, dev: DevCorpus, predictions: Sequence[Sequence[WindowPrediction]]) -> ReaderConfig:
    spans = dev.best_span_threshold(predictions)
    threshold = dev.best_threshold(predictions, spans=spans)
    span_calibration, relation_calibration = dev.calibrations(predictions, threshold, spans=spans)
    return config.model_copy(
        update={
            "span_threshold": spans, "relation_threshold": threshold, "span_calibration": span_calibration,
            "relation_calibration": relation_calibration,
            "scores": dev.score(predictions, threshold, spans=spans).figures(),
        }
    )  # fmt: skip
