"""From two annotated folders to a finished reader: data, epochs, log, export."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import compress
from pathlib import Path

import torch

from pipeline.errors import InputError
from pipeline.mentions.reader.features import FeatureExtractor, FeatureVocabulary
from pipeline.training.checkpoint import load_checkpoint, save_checkpoint
from pipeline.training.corpus import AnnotatedText
from pipeline.training.dev import DevCorpus
from pipeline.training.docbin import read_corpus
from pipeline.training.examples import make_examples, words
from pipeline.training.finished import FinishedReader
from pipeline.training.labels import Labels, collect_labels
from pipeline.training.log import LOG_FILE, Log, open_log
from pipeline.training.prepared import Prepared, prepare
from pipeline.training.pretrained import PretrainedEncoder, load_encoder
from pipeline.training.settings import TrainingPaths, TrainingSettings
from pipeline.training.teachers import Teachers, choose_articles, load_teachers, reader_shape
from pipeline.training.trainer import Trainer

UNTUNED_THRESHOLD = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingData:
    """Corpora prepared; `fingerprint` changes with every change of data or settings.

    `windows` are learned from, `dev` is scored on, and so is `held`, the fold that was kept back, where there is one.
    """

    labels: Labels
    vocabulary: FeatureVocabulary
    windows: Sequence[Prepared]
    dev: DevCorpus
    held: DevCorpus
    fingerprint: str


def train_reader(
    paths: TrainingPaths,
    settings: TrainingSettings,
    *,
    resume: bool,
    report: Callable[[str], None],
    device: str = "cpu",
) -> dict[str, float]:
    """Train, score and export a reader; returns its figures on the dev corpus.

    Args:
        paths: where corpora lie and the reader goes, the encoder to start from, teachers and what they shall read.
        settings: of the training.
        resume: go on from the checkpoint of `paths.out`.
        report: takes each line of the log.
        device: what computes, as torch names it.

    Raises:
        InputError: a corpus, the encoder or a teacher cannot be read, or `paths.out` holds another training.
    """
    torch.set_num_threads(1)  # the order of sums, and so the weights, depends on it
    encoder = load_encoder(paths.encoder) if paths.encoder else None
    teachers = load_teachers(paths.teachers, device=device) if paths.teachers else None
    paths.out.mkdir(parents=True, exist_ok=True)
    if not resume and (paths.out / LOG_FILE).exists():
        raise InputError(f"{paths.out} holds a training already. Add --resume to go on, or name another folder.")
    data = prepare_data(read_corpus(paths.corpus), read_corpus(paths.dev), settings, encoder=encoder, teachers=teachers)
    checkpoint = load_checkpoint(paths.out, data.fingerprint) if resume else None
    if teachers:
        texts = choose_articles(paths.news, settings)
        data = replace(data, windows=[*data.windows] * settings.repeats + [*teachers.lessons(texts)])
    shape = reader_shape(data.labels, data.vocabulary, dropout=settings.dropout, size=settings.size)
    trainer = Trainer(shape, data.windows, data.labels.allowed_matrix(), settings, encoder=encoder, device=device)
    if checkpoint:
        trainer.restore(checkpoint)
    _train(trainer, data, settings, open_log(paths.out / LOG_FILE, report), paths.out)
    return _finish(trainer, data, settings, paths.out)


def prepare_data(
    corpus: Sequence[AnnotatedText],
    dev: Sequence[AnnotatedText],
    settings: TrainingSettings,
    *,
    encoder: PretrainedEncoder | None = None,
    teachers: Teachers | None = None,
) -> TrainingData:
    """Windows, labels, vocabulary and features.

    Only the training corpus decides on the labels, and on the vocabulary where no encoder brings its own.

    Raises:
        InputError: teachers know other labels or another vocabulary.
    """
    learned, held = split_folds(corpus, settings)
    examples = [example for text in learned for example in make_examples(text)]
    labels = collect_labels([example for text in corpus for example in make_examples(text)])
    vocabulary = encoder.vocabulary if encoder else FeatureVocabulary.build(words(examples))
    if teachers and (teachers.labels, teachers.vocabulary) != (labels, vocabulary):
        raise InputError("The teachers know other labels or words than corpus and encoder. Train all of them alike.")
    extractor = FeatureExtractor(vocabulary)
    return TrainingData(
        labels=labels,
        vocabulary=vocabulary,
        windows=prepare(examples, extractor, labels),
        dev=DevCorpus.of(dev, extractor, labels),
        held=DevCorpus.of(held, extractor, labels),
        fingerprint=_fingerprint(corpus, settings, (encoder, teachers)),
    )


def split_folds(
    corpus: Sequence[AnnotatedText], settings: TrainingSettings
) -> tuple[list[AnnotatedText], list[AnnotatedText]]:
    """The texts to learn from, and those of the fold that is held back."""
    if not settings.folds:
        return list(corpus), []
    held = [i % settings.folds == settings.fold for i in range(len(corpus))]
    return list(compress(corpus, [not h for h in held])), list(compress(corpus, held))


def _fingerprint(
    corpus: Sequence[AnnotatedText],
    settings: TrainingSettings,
    starts: Iterable[PretrainedEncoder | Teachers | None],
) -> str:
    digest = hashlib.sha256(json.dumps(asdict(settings)).encode())
    for start in starts:
        digest.update(start.digest.encode() if start else b"")
    for text in corpus:
        digest.update(repr((text.text, sorted(text.mentions), sorted(text.relations))).encode())
    return digest.hexdigest()[:16]


def _train(trainer: Trainer, data: TrainingData, settings: TrainingSettings, log: Log, out: Path) -> None:
    log({"fingerprint": data.fingerprint, "windows": len(data.windows), "settings": asdict(settings)})
    while trainer.epochs < settings.epochs:
        began = time.perf_counter()
        line: dict[str, object] = {"epoch": trainer.epochs + 1, **trainer.epoch()}
        if trainer.epochs % settings.evaluate_every == 0:
            predictions = data.dev.predict([trainer.averaged])
            line |= data.dev.score(predictions, UNTUNED_THRESHOLD).figures()
            if data.held.texts:
                held = data.held.score(data.held.predict([trainer.averaged]), UNTUNED_THRESHOLD).figures()
                line["held"] = held
        save_checkpoint(trainer.checkpoint(data.fingerprint), out)
        log({**line, "seconds": round(time.perf_counter() - began, 1)})


def _finish(trainer: Trainer, data: TrainingData, settings: TrainingSettings, out: Path) -> dict[str, float]:
    finished = FinishedReader(
        name=f"reader-{data.fingerprint}",
        models=[trainer.averaged.cpu()],
        vocabulary=data.vocabulary,
        settings=asdict(settings),
    )
    return finished.write(data.dev, out)
