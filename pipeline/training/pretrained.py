"""An encoder that `svodka pretrain` has written, as a start for a training."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch
from torch import nn

from pipeline.errors import InputError
from pipeline.mentions.reader.features import FeatureVocabulary
from pipeline.training.checkpoint import save_state
from pipeline.training.network import Reader
from pipeline.training.settings import TrainingSettings

ENCODER_FILE = "encoder.pt"
VOCABULARY_FILE = "vocabulary.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PretrainedEncoder:
    """States of input layer and encoder, with the vocabulary that their tables belong to; `digest` is of all bytes."""

    folder: Path
    vocabulary: FeatureVocabulary
    inputs: Mapping[str, Any]
    encoder: Mapping[str, Any]
    digest: str

    def start(self, model: Reader) -> None:
        """Put the weights into a reader.

        Raises:
            InputError: they are of a network of another shape.
        """
        try:
            model.inputs.load_state_dict(self.inputs)
            model.encoder.load_state_dict(self.encoder)
        except RuntimeError as error:
            raise InputError(
                f"{self.folder} holds an encoder of another size or version. Give the --size that it was "
                "pretrained with, or run `svodka pretrain` again."
            ) from error


def save_encoder(inputs: nn.Module, encoder: nn.Module, folder: Path) -> None:
    """Write the weights of a pretrained encoder; the same weights give the same bytes."""
    save_state({"inputs": inputs.state_dict(), "encoder": encoder.state_dict()}, folder / ENCODER_FILE)


def load_encoder(folder: Path) -> PretrainedEncoder:
    """Read weights and vocabulary.

    Raises:
        InputError: a file is missing or damaged.
    """
    paths = [folder / ENCODER_FILE, folder / VOCABULARY_FILE]
    for path in paths:
        if not path.is_file():
            raise InputError(f"There is no {path}. Name a folder that `svodka pretrain` has finished.")
    try:
        state = torch.load(paths[0], weights_only=True, map_location="cpu")
        return PretrainedEncoder(
            folder=folder, vocabulary=FeatureVocabulary.load(paths[1]), inputs=state["inputs"],
            encoder=state["encoder"], digest=_digest(paths),
        )  # fmt: skip
    except (OSError, EOFError, RuntimeError, UnpicklingError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder} holds a damaged encoder. Run `svodka pretrain` again.") from error


def parameter_groups(model: Reader, settings: TrainingSettings, encoder: PretrainedEncoder | None) -> list[Any]:
    """Parameters with their rates: an encoder that has read news learns at its own, all else at `rate`."""
    if encoder is None:
        return [{"params": list(model.parameters()), "lr": settings.rate}]
    started = [*model.inputs.parameters(), *model.encoder.parameters()]
    fresh = [*model.spans.parameters(), *model.relations.parameters()]
    return [{"params": started, "lr": settings.encoder_rate}, {"params": fresh, "lr": settings.rate}]


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()
