"""Small networks of one hidden layer that the project trains on its own articles: their folder, their mean answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import ResourceError

CONFIG_FILE, WEIGHTS_FILE = "config.json", "weights.npz"
NO = 0  # the first answer of every network: none of the others
_LAYERS = ("first", "first_bias", "second", "second_bias")
Inputs = NDArray[np.float32]
Shares = NDArray[np.float32]
Sums = NDArray[np.float32]


class NetworkConfig(BaseModel):
    """Content of `config.json`.

    Attributes:
        answers: what the networks may say; number 0 is «none of these», number n the n-th of them.
        categories: names of what else than numbers is said of an input, in the order of the last columns.
        scores: of a cross-validation inside the training articles.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    answers: tuple[str, ...]
    categories: tuple[str, ...]
    scores: dict[str, float] = {}


class Networks:
    """Several networks that have learned the same; their mean opinion counts."""

    def __init__(self, folder: Path, *, written_by: str) -> None:
        """Load a folder.

        Args:
            folder: with `config.json` and `weights.npz`.
            written_by: the command that writes such a folder, for the error.

        Raises:
            ResourceError: it holds no such networks.
        """
        try:
            self.config = NetworkConfig.model_validate_json((folder / CONFIG_FILE).read_text(encoding="utf-8"))
            with np.load(folder / WEIGHTS_FILE) as arrays:
                layers = [arrays[name].astype(np.float32) for name in _LAYERS]
        except (OSError, KeyError, ValueError, ValidationError) as error:
            raise ResourceError(f"{folder} holds no network. Write one with `{written_by}`.") from error
        first, self._first_bias, self._second, self._second_bias = layers
        self.inputs = first.shape[1]
        self.known = {name: place for place, name in enumerate(self.config.categories)}
        numbers = self.inputs - len(self.known)
        self._of_numbers = first[:, :numbers].copy()
        # one row a category for all networks: adding up rows that lie together takes half the time
        self._of_categories = first[:, numbers:].swapaxes(0, 1).reshape(len(self.known), -1)

    def probabilities(self, numbers: Inputs, said: Sequence[Iterable[str]]) -> Shares:
        """For each row the probability of every answer: rows x (answers + 1).

        Args:
            numbers: rows x numbers.
            said: of each row in categories; unknown ones are passed over.
        """
        return self.answers(self.sums(numbers, 0) + self.marked(said))

    def sums(self, inputs: Inputs, start: int) -> Sums:
        """What some columns of the inputs, from `start` on, give to the hidden units: networks x rows x units."""
        return np.asarray(inputs @ self._of_numbers[:, start : start + inputs.shape[1]])

    def marked(self, said: Sequence[Iterable[str]]) -> Sums:
        """What the categories of each row give to the hidden units: the sum of their weights."""
        found = summed(self._of_categories, self.known, said)
        return found.reshape(len(said), len(self._first_bias), -1).swapaxes(0, 1)

    def answers(self, sums: Sums) -> Shares:
        """From the sums of the hidden units, without their biases, to the mean opinion."""
        total = np.zeros((sums.shape[1], len(self.config.answers) + 1), dtype=np.float32)
        for each, bias, second, last_bias in zip(sums, self._first_bias, self._second, self._second_bias, strict=True):
            scores = np.maximum(each + bias, 0) @ second + last_bias
            total += as_shares(scores)
        return np.asarray(total / len(self._first_bias))


def summed(weights: Inputs, known: Mapping[str, int], said: Sequence[Iterable[str]]) -> Inputs:
    """Of each row the sum of the weights (categories x units) of what is said of it; unknown names are passed over."""
    found = np.empty((len(said), weights.shape[1]), dtype=np.float32)
    for row, names in enumerate(said):
        weights.take([known[name] for name in names if name in known], axis=0).sum(axis=0, out=found[row])
    return found


def as_shares(scores: Shares) -> Shares:
    """Scores as probabilities that add up to one in each row."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def save_networks(folder: Path, config: NetworkConfig, layers: Sequence[tuple[NDArray[np.float32], ...]]) -> None:
    """Write networks of one shape, each as weights and biases of its two layers, as 16-bit numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {
        name: np.stack(each).astype(np.float16) for name, each in zip(_LAYERS, zip(*layers, strict=True), strict=True)
    }
    np.savez(folder / WEIGHTS_FILE, **arrays)  # type: ignore[arg-type]  # numpy types every keyword as `allow_pickle`
    (folder / CONFIG_FILE).write_text(config.model_dump_json(indent=1) + "\n", encoding="utf-8")
