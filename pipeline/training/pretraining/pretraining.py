"""From unlabelled articles to an encoder that a training can start from: labels, vocabulary, loop, files."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from pipeline.errors import InputError
from pipeline.mentions.reader.features import CONTEXT, FeatureVocabulary
from pipeline.training.checkpoint import CHECKPOINT_FILE, load_state, save_state
from pipeline.training.log import LOG_FILE, Log, drop_later_steps, open_log
from pipeline.training.pretrained import save_encoder
from pipeline.training.pretraining.blanking import SilverBatches
from pipeline.training.pretraining.objective import TaskFigures
from pipeline.training.pretraining.pretrainer import Pretrainer, PretrainingCheckpoint
from pipeline.training.pretraining.settings import PretrainingPaths, PretrainingSettings
from pipeline.training.pretraining.silver import label_inputs
from pipeline.training.pretraining.silver_corpus import SilverCorpus, load_silver
from pipeline.training.pretraining.word_table import build_table
from pipeline.training.settings import ReaderShape

SILVER_FOLDER = "silver"
SETTINGS_FILE = "settings.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PretrainingData:
    """The labelled corpus with its vocabulary; `fingerprint` changes with every change of data or settings."""

    batches: SilverBatches
    vocabulary: FeatureVocabulary
    shape: ReaderShape
    fingerprint: str


def pretrain_encoder(
    paths: PretrainingPaths,
    settings: PretrainingSettings,
    *,
    resume: bool,
    report: Callable[[str], None],
    device: str = "cpu",
) -> None:
    """Label articles, train an encoder on them and write it.

    Args:
        paths: where articles lie and the encoder goes.
        settings: of the pretraining.
        resume: go on with what `paths.out` holds.
        report: takes each line of the log.
        device: what computes, as torch names it.

    Raises:
        InputError: there is nothing to read, or `paths.out` holds another pretraining.
    """
    torch.set_num_threads(1)  # the order of sums, and so the weights, depends on it
    _open(paths.out, resume=resume)
    log = open_log(paths.out / LOG_FILE, report)
    parts = label_inputs(paths.inputs, paths.out / SILVER_FOLDER, log)
    data = prepare_silver(load_silver(parts, least_tag=settings.least_tag), settings)
    pretrainer = Pretrainer(data.shape, data.batches, device=device)
    state = load_state(paths.out / CHECKPOINT_FILE, data.fingerprint)
    if state:
        pretrainer.restore(PretrainingCheckpoint(**state))
    drop_later_steps(paths.out / LOG_FILE, pretrainer.step)
    log({**_sizes(data), "fingerprint": data.fingerprint, "settings": asdict(settings)})
    _train(pretrainer, data, log, paths.out)
    _write(pretrainer, data, paths.out)


def _open(folder: Path, *, resume: bool) -> None:
    if not resume and any((folder / name).exists() for name in (LOG_FILE, SILVER_FOLDER, CHECKPOINT_FILE)):
        raise InputError(f"{folder} holds a pretraining already. Add --resume to go on, or name another folder.")
    folder.mkdir(parents=True, exist_ok=True)


def prepare_silver(corpus: SilverCorpus, settings: PretrainingSettings) -> PretrainingData:
    """Vocabulary and table of the words of a corpus."""
    vocabulary = FeatureVocabulary.build(corpus.counts().elements(), least=settings.least)
    table = build_table(corpus.vocabulary, vocabulary)
    shape = ReaderShape(
        embeddings=vocabulary.sizes(), extras=len(vocabulary.grammemes) + CONTEXT, dropout=settings.dropout,
        word_dropout=0.0,  # words are blanked by drawing pieces instead
        types=0, relations=0,  # which there are is known only to a training
    ).of_size(settings.size)  # fmt: skip
    content = json.dumps([asdict(settings), asdict(shape), corpus.digests])
    return PretrainingData(
        batches=SilverBatches(corpus=corpus, table=table, settings=settings), vocabulary=vocabulary, shape=shape,
        fingerprint=hashlib.sha256(content.encode()).hexdigest()[:16],
    )  # fmt: skip


def _sizes(data: PretrainingData) -> dict[str, object]:
    corpus = data.batches.corpus
    return {
        "articles": corpus.articles, "windows": corpus.windows(), "pieces": len(corpus.words),
        "words": len(corpus.vocabulary), "lemmas": data.shape.embeddings["lemma"],
    }  # fmt: skip


def _train(pretrainer: Pretrainer, data: PretrainingData, log: Log, out: Path) -> None:
    settings, figures, began = data.batches.settings, TaskFigures.none(), time.perf_counter()
    while pretrainer.step < pretrainer.steps:
        figures += pretrainer.update()
        last = pretrainer.step == pretrainer.steps
        if last or pretrainer.step % settings.report_every == 0:
            seconds = round(time.perf_counter() - began, 1)
            log({"step": pretrainer.step, "of": pretrainer.steps, **figures.means(), "seconds": seconds})
            figures, began = TaskFigures.none(), time.perf_counter()
        if last or pretrainer.step % settings.checkpoint_every == 0:
            save_state(asdict(pretrainer.checkpoint(data.fingerprint)), out / CHECKPOINT_FILE)


def _write(pretrainer: Pretrainer, data: PretrainingData, out: Path) -> None:
    """The weights come last: a folder that holds them is whole."""
    data.vocabulary.save(out / "vocabulary.json")
    content = {
        "fingerprint": data.fingerprint, "steps": pretrainer.steps, **_sizes(data),
        "settings": asdict(data.batches.settings),
    }  # fmt: skip
    (out / SETTINGS_FILE).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    model = pretrainer.model.cpu()
    save_encoder(model["inputs"], model["encoder"], out)
