"""What an encoder is asked of the words of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.training.event_encoder.network import Question
from pipeline.training.reading import Lesson
from pipeline.training.rows import common_categories

_DROPOUT = {"triggers": 0.4, "linking": 0.3, "factuality": 0.4}
_WORDS = {"triggers": 1, "linking": 2, "factuality": 1}


def ask(lessons: Sequence[Lesson], answers: Mapping[str, tuple[str, ...]]) -> dict[str, Question]:
    """The questions, with the categories that count.

    Args:
        lessons: what will be learned from.
        answers: of each question, without «none».
    """
    read = {name: [lesson.asked[name] for lesson in lessons if name in lesson.asked] for name in answers}
    return {name: question(name, own, common_categories(read[name])) for name, own in answers.items()}


def question(name: str, answers: tuple[str, ...], categories: tuple[str, ...]) -> Question:
    """One of the three, of which it is known how it is asked."""
    return Question(answers=answers, categories=categories, words=_WORDS[name], dropout=_DROPOUT[name])
