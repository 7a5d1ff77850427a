"""A finished reader: thresholds and calibration fitted on dev, graphs, vocabulary and config written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.mentions.reader.config import ReaderConfig, save_config
from pipeline.mentions.reader.features import FeatureVocabulary
from pipeline.training.dev import DevCorpus
from pipeline.training.export import export_graphs, quantise_graphs
from pipeline.training.network import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedReader:
    """One network, or several whose probabilities are averaged; `settings` says how they were trained."""

    name: str
    models: Sequence[Reader]
    vocabulary: FeatureVocabulary
    settings: Mapping[str, float | str]

    def write(self, dev: DevCorpus, out: Path, *, int8: bool = False) -> dict[str, float]:
        """Write the folder of the reader; returns its figures on dev."""
        predictions = dev.predict(self.models)
        spans = dev.best_span_threshold(predictions)
        threshold = dev.best_threshold(predictions, spans=spans)
        span_calibration, relation_calibration = dev.calibrations(predictions, threshold, spans=spans)
        figures = dev.score(predictions, threshold, spans=spans).figures()
        export_graphs(self.models, out)
        if int8:
            quantise_graphs(out)
        self.vocabulary.save(out / "vocabulary.json")
        config = ReaderConfig(
            name=self.name, types=dev.labels.types, relations=dev.labels.relations, allowed=dev.labels.allowed,
            span_threshold=spans, relation_threshold=threshold, span_calibration=span_calibration,
            relation_calibration=relation_calibration, scores=figures, settings=dict(self.settings),
        )  # fmt: skip
        save_config(config, out)
        return figures
