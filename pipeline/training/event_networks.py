"""Trains the networks that find events: the words that name them, what belongs to each, what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline.events.encoder.pieces import Pieces
from pipeline.events.factuality.model import STATUSES
from pipeline.events.linking.model import ANSWERS
from pipeline.events.ontology_files import default_ontology
from pipeline.training.event_encoder.export import write_event_encoder
from pipeline.training.event_encoder.learning import learn
from pipeline.training.event_encoder.starting import Beginning, begin, fitted, types_of
from pipeline.training.marked import MarkedText
from pipeline.training.networks import FACTUALITY, LINKING, TRIGGERS, Training, train_networks
from pipeline.training.reading import Lesson, LessonReader
from pipeline.training.rows import make_examples
from pipeline.training.triggers.examples import TriggerReader, known_types

_SETTINGS: dict[str, Training] = {"triggers": TRIGGERS, "linking": LINKING, "factuality": FACTUALITY}
Report = Callable[[str], None]
Answers = Mapping[str, tuple[str, ...]]


def train_event_networks(
    texts: Sequence[MarkedText], out: Path, report: Report, *, encoder: Beginning | None = None
) -> dict[str, dict[str, float]]:
    """Train all of them on one reading of the articles, into the subfolders `triggers`, `linking` and `factuality`.

    Args:
        texts: articles with their events.
        out: the folder.
        report: told what is being done.
        encoder: learns from the articles as well, for careful readings: the subfolder `event_encoder`.

    Returns:
        Precision, recall and F1 of each small network in a cross-validation by article.

    Raises:
        InputError: the encoder has learned before, and not of all types that are marked.
    """
    ontology = default_ontology()
    types = types_of(encoder, known_types(texts, ontology))
    answers: Answers = {"triggers": types, "linking": ANSWERS, "factuality": STATUSES}
    if encoder is not None:
        encoder = fitted(encoder, texts)
    reader = LessonReader(
        triggers=TriggerReader(types=types, ontology=ontology), ontology=ontology, report=report,
        pieces=Pieces(encoder.vocabulary) if encoder else None,
    )  # fmt: skip
    lessons = list(reader.read(texts))
    scores = {name: _train_small(name, lessons, answers[name], out, report) for name in _SETTINGS}
    if encoder is not None:
        _train_encoder(encoder, lessons, answers, out, report)
    return scores


def _train_small(
    name: str, lessons: Sequence[Lesson], answers: tuple[str, ...], out: Path, report: Report
) -> dict[str, float]:
    rows = [lesson.rows[name] for lesson in lessons if name in lesson.rows]
    report(f"{name}: {sum(len(own.said) for own in rows)} examples")
    return train_networks(make_examples(rows, answers), out / name, _SETTINGS[name])


def _train_encoder(encoder: Beginning, lessons: Sequence[Lesson], answers: Answers, out: Path, report: Report) -> None:
    lessons = [lesson for lesson in lessons if lesson.stretches]
    model, settings = begin(encoder, lessons, answers)
    learn(model, lessons, settings, report)
    write_event_encoder(model, encoder.vocabulary, out / "event_encoder")
