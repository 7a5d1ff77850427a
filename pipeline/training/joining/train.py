"""Trains the network that joins tellings on passages of which every telling is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.errors import InputError
from pipeline.events.joining.model import ANSWERS, FOLDER
from pipeline.events.ontology_files import default_ontology
from pipeline.training.joining.examples import read_joining
from pipeline.training.marked import MarkedText
from pipeline.training.networks import Training, train_networks
from pipeline.training.rows import make_examples

SETTINGS = Training(hidden=64, dropout=0.3, unsaid=0.2, batch=64, epochs=8, folds=3)


def train_joining(texts: Sequence[MarkedText], out: Path, report: Callable[[str], None]) -> dict[str, float]:
    """Write `joining` into a folder.

    Returns:
        Precision, recall and F1 of «one happening» over the pairs in a cross-validation by article.

    Raises:
        InputError: no passage tells anything twice.
    """
    rows = list(read_joining(texts, default_ontology(), report))
    if not rows:
        raise InputError("No type of event is told twice in these passages: there is nothing to learn from.")
    report(f"{sum(len(own.said) for own in rows)} examples")
    return train_networks(make_examples(rows, ANSWERS), out / FOLDER, SETTINGS)
