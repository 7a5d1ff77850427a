"""The trigger network: `models/triggers`, which `svodka train-triggers` writes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import ResourceError
from pipeline.events.triggers.features import Inputs
from pipeline.resources import models_dir

CONFIG_FILE, WEIGHTS_FILE = "config.json", "weights.npz"
NO_EVENT = 0


class TriggerConfig(BaseModel):
    """Content of `config.json`.

    Attributes:
        types: of events; the network's answer 0 is «no event», answer n the n-th of them.
        categories: names of what else than numbers is said of a word, in the order of the inputs.
        scores: of a cross-validation inside the training articles.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    types: tuple[str, ...]
    categories: tuple[str, ...]
    scores: dict[str, float] = {}


class TriggerModel:
    """Several networks of one hidden layer; their mean opinion counts."""

    def __init__(self, folder: Path) -> None:
        """Load a folder.

        Raises:
            ResourceError: it holds no such network.
        """
        try:
            self.config = TriggerConfig.model_validate_json((folder / CONFIG_FILE).read_text(encoding="utf-8"))
            with np.load(folder / WEIGHTS_FILE) as arrays:
                layers = [arrays[name].astype(np.float32) for name in ("first", "first_bias", "second", "second_bias")]
        except (OSError, KeyError, ValueError, ValidationError) as error:
            raise ResourceError(
                f"{folder} holds no trigger network. Write one with `svodka train-triggers`."
            ) from error
        self._first, self._first_bias, self._second, self._second_bias = layers
        self.inputs = self._first.shape[1]
        self.known = {name: place for place, name in enumerate(self.config.categories)}

    def probabilities(self, inputs: Inputs) -> NDArray[np.float32]:
        """For each word the probability of every answer: words x (types + 1)."""
        total = np.zeros((len(inputs), len(self.config.types) + 1), dtype=np.float32)
        for first, bias, second, last_bias in zip(
            self._first, self._first_bias, self._second, self._second_bias, strict=True
        ):
            scores = np.maximum(inputs @ first + bias, 0) @ second + last_bias
            odds = np.exp(scores - scores.max(axis=1, keepdims=True))
            total += odds / odds.sum(axis=1, keepdims=True)
        return np.asarray(total / len(self._first))


@cache
def shipped_triggers() -> TriggerModel:
    """The network of `models/triggers`."""
    return TriggerModel(models_dir() / "triggers")
