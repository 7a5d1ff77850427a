"""The event encoder of `models/event_encoder`: states of an article's words, and what they say of its events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError
from spacy.tokens import Doc

from pipeline.errors import ResourceError
from pipeline.events.encoder.config import CONFIG_FILE, GRAPH_FILE, HEADS_FILE, EncoderConfig
from pipeline.events.encoder.heads import Head, of_question
from pipeline.events.encoder.pieces import Pieces
from pipeline.events.encoder.stretches import NO_TOKEN, Stretch, cut
from pipeline.language.graphs import open_graph
from pipeline.language.sentences import sentences
from pipeline.resources import models_dir

States = NDArray[np.float32]


class EventEncoder:
    """Reads an article once; the questions about its events are then answered from the states of its words."""

    def __init__(self, folder: Path) -> None:
        """Load a folder.

        Raises:
            ResourceError: it holds no event encoder.
        """
        try:
            config = EncoderConfig.model_validate_json((folder / CONFIG_FILE).read_text(encoding="utf-8"))
            with np.load(folder / HEADS_FILE) as arrays:
                weights = {name: arrays[name].astype(np.float32) for name in arrays.files}
            self._session = open_graph((folder / GRAPH_FILE).read_bytes())
        except (OSError, KeyError, ValueError, ValidationError) as error:
            raise ResourceError(f"{folder} holds no event encoder. Reinstall svodka: it comes along.") from error
        self.pieces = Pieces(config.vocabulary)
        self._heads = {name: Head(own, of_question(weights, name)) for name, own in config.questions.items()}

    def read(self, doc: Doc) -> States:
        """The state of every token: tokens x size; zero of what was not seen.

        Stretches are read one by one, so that no state depends on what is read beside it.
        """
        found: States | None = None
        for stretch in cut(doc, sentences(doc), self.pieces):
            states = self._run(stretch)
            found = np.zeros((len(doc), states.shape[1]), dtype=np.float32) if found is None else found
            inside = stretch.tokens != NO_TOKEN
            tokens, starts = np.unique(stretch.tokens[inside], return_index=True)
            sums = np.add.reduceat(states[inside], starts)
            found[tokens] = sums / np.diff([*starts, inside.sum()])[:, None]
        return np.zeros((len(doc), 1), dtype=np.float32) if found is None else found

    def _run(self, stretch: Stretch) -> States:
        [states] = self._session.run(None, {"pieces": stretch.pieces, "marks": stretch.marks})
        return np.asarray(states)

    def answers(self, question: str, states: Sequence[States], said: Sequence[Iterable[str]]) -> States:
        """What it holds of rows, see `Head.answers`."""
        return self._heads[question].answers(states, said)


@cache
def shipped_encoder() -> EventEncoder:
    """The encoder of `models/event_encoder`."""
    return EventEncoder(models_dir() / "event_encoder")
