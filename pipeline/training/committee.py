"""Several trained readers as one: their probabilities are averaged inside one graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

from pipeline.mentions.reader.features import FeatureExtractor
from pipeline.training.dev import DevCorpus
from pipeline.training.docbin import read_corpus
from pipeline.training.finished import FinishedReader
from pipeline.training.teachers import load_teachers


def combine_readers(readers: Sequence[Path], dev: Path, out: Path, *, int8: bool = False) -> dict[str, float]:
    """Write one reader that averages others, with thresholds and calibration of its own; returns its figures on dev.

    Args:
        readers: folders that `svodka train` wrote, of one vocabulary and one set of labels.
        dev: corpus to fit thresholds on, none of them trained on it.
        out: folder of the new reader.
        int8: with weights of 8 bits.

    Raises:
        InputError: a reader or the corpus cannot be read, or the readers do not fit together.
    """
    torch.set_num_threads(1)
    members = load_teachers(readers)
    corpus = DevCorpus.of(read_corpus(dev), FeatureExtractor(members.vocabulary), members.labels)
    out.mkdir(parents=True, exist_ok=True)
    finished = FinishedReader(
        name=f"reader-{members.digest[:16]}", models=members.predictor.models, vocabulary=members.vocabulary,
        settings={"members": len(readers), "int8": int8},
    )  # fmt: skip
    return finished.write(corpus, out, int8=int8)
