"""Trains the span classifier on articles in which every name is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.errors import InputError
from pipeline.mentions.classifier.model import ANSWERS, FOLDER
from pipeline.training.marked import MarkedNames
from pipeline.training.names.examples import read_names
from pipeline.training.networks import Training, train_networks
from pipeline.training.rows import make_examples

SETTINGS = Training(hidden=96, dropout=0.3, unsaid=0.1, batch=128, epochs=6, folds=3)


def train_span_classifier(texts: Sequence[MarkedNames], out: Path, report: Callable[[str], None]) -> dict[str, float]:
    """Write `span_classifier` into a folder.

    Returns:
        Precision, recall and F1 over the proposed words in a cross-validation by article.

    Raises:
        InputError: nothing in the articles looks like a name.
    """
    rows = list(read_names(texts, report))
    if not rows:
        raise InputError("Nothing in these articles looks like a name: there is nothing to learn from.")
    report(f"{sum(len(own.said) for own in rows)} examples")
    return train_networks(make_examples(rows, ANSWERS), out / FOLDER, SETTINGS)
