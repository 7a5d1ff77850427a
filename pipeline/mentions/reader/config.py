"""What a trained reader says of itself: labels, allowed pairs, threshold, scores."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import InputError
from pipeline.mentions.reader.calibration import Calibration

CONFIG_FILE = "config.json"


class ReaderConfig(BaseModel):
    """Content of `config.json`.

    Attributes:
        name: of the reader; rows that it made carry it as their source.
        allowed: the (head type, tail type) pairs that training has seen related.
        span_threshold, relation_threshold: probability above which a span, and a relation, counts.
        span_calibration, relation_calibration: make shares that hold of the network's probabilities.
        scores: on the development corpus.
        settings: of the training.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    types: tuple[str, ...]
    relations: tuple[str, ...]
    allowed: tuple[tuple[str, str], ...]
    span_threshold: float = 0.0
    relation_threshold: float
    span_calibration: Calibration = Calibration()
    relation_calibration: Calibration = Calibration()
    scores: dict[str, float]
    settings: dict[str, float | str]

    def allowed_matrix(self) -> NDArray[np.bool_]:
        """Types x types."""
        number = {name: i for i, name in enumerate(self.types)}
        matrix = np.zeros((len(number), len(number)), dtype=bool)
        for head, tail in self.allowed:
            matrix[number[head], number[tail]] = True
        return matrix


def load_config(folder: Path) -> ReaderConfig:
    """Read the config of a reader's folder.

    Raises:
        InputError: there is none, or it is not one that `svodka train` wrote.
    """
    path = folder / CONFIG_FILE
    if not path.is_file():
        raise InputError(f"There is no {path}. Name a folder that `svodka train` has finished.")
    try:
        return ReaderConfig.model_validate_json(path.read_text(encoding="utf-8"))
    except ValidationError as error:
        raise InputError(f"{path} is not the config of a reader: {error.errors()[0]['msg']}") from error


def save_config(config: ReaderConfig, folder: Path) -> None:
    """Write the config as JSON."""
    content = json.dumps(config.model_dump(), ensure_ascii=False, indent=1)
    (folder / CONFIG_FILE).write_text(content + "\n", encoding="utf-8")
