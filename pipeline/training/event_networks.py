"""Trains the networks that find events: the words that name them, what belongs to each, what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from pipeline.events.factuality.model import STATUSES
from pipeline.events.linking.model import ANSWERS
from pipeline.events.ontology import default_ontology
from pipeline.records.article import Article
from pipeline.training.event_teacher.learning import Schooling, learn, taught
from pipeline.training.event_teacher.network import Lesson
from pipeline.training.event_teacher.pieces import Pieces
from pipeline.training.event_teacher.weights import PackedEncoder
from pipeline.training.marked import MarkedText
from pipeline.training.networks import FACTUALITY, LINKING, TRIGGERS, Training, train_networks
from pipeline.training.reading import LessonReader
from pipeline.training.rows import Rows, make_examples
from pipeline.training.triggers.examples import TriggerReader, known_types

_BY_A_TEACHER = 0.5  # weight of what nobody but a larger network has answered
_SETTINGS: dict[str, Training] = {"triggers": TRIGGERS, "linking": LINKING, "factuality": FACTUALITY}


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A larger network that learns from the same articles, and what it shall answer on for the small ones.

    Attributes:
        encoder: what it begins with.
        unmarked: articles that nobody has marked.
    """

    encoder: PackedEncoder
    unmarked: Sequence[Article]
    settings: Schooling = field(default_factory=Schooling)


def train_event_networks(
    texts: Sequence[MarkedText], out: Path, report: Callable[[str], None], school: School | None = None
) -> dict[str, dict[str, float]]:
    """Train all of them on one reading of the articles, into the subfolders `triggers`, `linking` and `factuality`.

    Args:
        texts: articles with their events.
        out: the folder.
        report: told what is being done.
        school: with it the networks learn from the answers of a teacher as well.

    Returns:
        Precision, recall and F1 of each network in a cross-validation by article, by what is marked alone.
    """
    ontology = default_ontology()
    types = known_types(texts, ontology)
    answers: dict[str, tuple[str, ...]] = {"triggers": types, "linking": ANSWERS, "factuality": STATUSES}
    reader = LessonReader(
        triggers=TriggerReader(types=types, ontology=ontology), ontology=ontology, report=report,
        pieces=Pieces(school.encoder) if school else None,
    )  # fmt: skip
    lessons = list(reader.read(texts))
    more = list(_answered(school, lessons, reader, answers)) if school else []
    scores = {}
    for name, settings in _SETTINGS.items():
        rows = [own[name] for own in (*(lesson.rows for lesson in lessons), *more) if name in own]
        report(f"{name}: {sum(len(own.said) for own in rows)} examples")
        scores[name] = train_networks(make_examples(rows, answers[name]), out / name, settings)
    return scores


def _answered(
    school: School, lessons: Sequence[Lesson], reader: LessonReader, answers: Mapping[str, Sequence[str]]
) -> Iterator[dict[str, Rows]]:
    """The rows of the unmarked articles with the teacher's answers, their numbers in 16 bits."""
    teacher = learn(school.encoder, [each for each in lessons if each.rows], answers, school.settings, reader.report)
    texts = [
        MarkedText(article=article, events=(), part=(0, len(article.text)), thorough=True, unmarked=True)
        for article in school.unmarked
    ]
    for lesson in reader.read(texts):
        yield {name: _light(rows) for name, rows in taught(teacher, lesson).items()}


def _light(rows: Rows) -> Rows:
    return replace(rows, numbers=rows.numbers.astype(np.float16), weight=_BY_A_TEACHER)
