"""From two annotated folders to a finished reader: data, epochs, log, export."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from pipeline.errors import InputError
from pipeline.mentions.reader.config import ReaderConfig, save_config
from pipeline.mentions.reader.features import CONTEXT, FeatureExtractor, FeatureVocabulary
from pipeline.training.checkpoint import load_checkpoint, save_checkpoint
from pipeline.training.corpus import AnnotatedText, read_brat
from pipeline.training.dev import DevCorpus
from pipeline.training.examples import make_examples, words
from pipeline.training.export import export_graphs
from pipeline.training.labels import Labels, collect_labels
from pipeline.training.prepared import Prepared, prepare
from pipeline.training.settings import ReaderShape, TrainingPaths, TrainingSettings
from pipeline.training.trainer import Trainer

LOG_FILE = "log.jsonl"
UNTUNED_THRESHOLD = 0.4
Log = Callable[[dict[str, object]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingData:
    """Both corpora prepared; `fingerprint` changes with every change of data or settings."""

    labels: Labels
    vocabulary: FeatureVocabulary
    windows: Sequence[Prepared]
    dev: DevCorpus
    fingerprint: str


def train_reader(
    paths: TrainingPaths, settings: TrainingSettings, *, resume: bool, report: Callable[[str], None]
) -> dict[str, float]:
    """Train, score and export a reader; returns its figures on the dev corpus.

    Args:
        paths: where corpora lie and the reader goes.
        settings: of the training.
        resume: go on from the checkpoint of `paths.out`.
        report: takes each line of the log.

    Raises:
        InputError: a corpus cannot be read, or `paths.out` holds another training.
    """
    torch.set_num_threads(1)  # the order of sums, and so the weights, depends on it
    paths.out.mkdir(parents=True, exist_ok=True)
    if not resume and (paths.out / LOG_FILE).exists():
        raise InputError(f"{paths.out} holds a training already. Add --resume to go on, or name another folder.")
    data = prepare_data(read_brat(paths.corpus), read_brat(paths.dev), settings)
    trainer = Trainer(_shape(data, settings), data.windows, data.labels.allowed_matrix(), settings)
    checkpoint = load_checkpoint(paths.out, data.fingerprint) if resume else None
    if checkpoint:
        trainer.restore(checkpoint)
    _train(trainer, data, settings, _log(paths.out / LOG_FILE, report), paths.out)
    return _finish(trainer, data, settings, paths.out)


def prepare_data(
    corpus: Sequence[AnnotatedText], dev: Sequence[AnnotatedText], settings: TrainingSettings
) -> TrainingData:
    """Windows, labels, vocabulary and features; only the training corpus decides on labels and vocabulary."""
    examples = [example for text in corpus for example in make_examples(text)]
    labels = collect_labels(examples)
    vocabulary = FeatureVocabulary.build(words(examples))
    extractor = FeatureExtractor(vocabulary)
    held = tuple((text, prepare(list(make_examples(text)), extractor, labels)) for text in dev)
    return TrainingData(
        labels=labels,
        vocabulary=vocabulary,
        windows=prepare(examples, extractor, labels),
        dev=DevCorpus(texts=held, labels=labels),
        fingerprint=_fingerprint(corpus, settings),
    )


def _fingerprint(corpus: Sequence[AnnotatedText], settings: TrainingSettings) -> str:
    digest = hashlib.sha256(json.dumps(asdict(settings)).encode())
    for text in corpus:
        digest.update(repr((text.text, sorted(text.mentions), sorted(text.relations))).encode())
    return digest.hexdigest()[:16]


def _shape(data: TrainingData, settings: TrainingSettings) -> ReaderShape:
    return ReaderShape(
        embeddings=data.vocabulary.sizes(),
        extras=len(data.vocabulary.grammemes) + CONTEXT,
        types=len(data.labels.types),
        relations=len(data.labels.relations),
        dropout=settings.dropout,
    )


def _log(path: Path, report: Callable[[str], None]) -> Log:
    def write(values: dict[str, object]) -> None:
        line = json.dumps(values, ensure_ascii=False)
        with path.open("a", encoding="utf-8") as handle:
            handle.write(line + "\n")
        report(line)

    return write


def _train(
    trainer: Trainer,
    data: TrainingData,
    settings: TrainingSettings,
    log: Callable[[dict[str, object]], None],
    out: Path,
) -> None:
    log({"fingerprint": data.fingerprint, "windows": len(data.windows), "settings": asdict(settings)})
    while trainer.epochs < settings.epochs:
        began = time.perf_counter()
        line: dict[str, object] = {"epoch": trainer.epochs + 1, **trainer.epoch()}
        if trainer.epochs % settings.evaluate_every == 0:
            predictions = data.dev.predict([trainer.averaged])
            line |= data.dev.score(predictions, UNTUNED_THRESHOLD).figures()
        save_checkpoint(trainer.checkpoint(data.fingerprint), out)
        log({**line, "seconds": round(time.perf_counter() - began, 1)})


def _finish(trainer: Trainer, data: TrainingData, settings: TrainingSettings, out: Path) -> dict[str, float]:
    predictions = data.dev.predict([trainer.averaged])
    threshold = data.dev.best_threshold(predictions)
    figures = data.dev.score(predictions, threshold).figures()
    export_graphs(trainer.averaged, out)
    data.vocabulary.save(out / "vocabulary.json")
    config = ReaderConfig(
        name=f"reader-{data.fingerprint}", types=data.labels.types, relations=data.labels.relations,
        allowed=data.labels.allowed, relation_threshold=threshold, scores=figures, settings=asdict(settings),
    )  # fmt: skip
    save_config(config, out)
    return figures
