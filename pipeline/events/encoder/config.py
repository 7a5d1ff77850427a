"""`config.json` of an event encoder: its pieces, its questions and their answers."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from pipeline.events.encoder.pieces import Vocabulary

CONFIG_FILE, GRAPH_FILE, HEADS_FILE = "config.json", "encoder.onnx", "heads.npz"


class QuestionConfig(BaseModel):
    """A question that is asked of words or of pairs of words.

    Attributes:
        answers: what may be said; number 0 is «none of these», number n the n-th of them.
        categories: names of what else is known of a row, in the order of their weights.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    answers: tuple[str, ...]
    categories: tuple[str, ...]


class EncoderConfig(BaseModel):
    """Content of `config.json`.

    Attributes:
        pieces, scores: of the words, in the order of their numbers.
        begin, end, unknown: numbers of the pieces that open and close a text, and of what is no piece.
        questions: by name: `triggers`, `linking`, `factuality`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    begin: int
    end: int
    unknown: int
    questions: dict[str, QuestionConfig]

    @property
    def vocabulary(self) -> Vocabulary:
        """The pieces as they are cut."""
        return Vocabulary(pieces=self.pieces, scores=self.scores, begin=self.begin, end=self.end, unknown=self.unknown)
