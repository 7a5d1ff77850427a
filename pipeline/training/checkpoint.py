"""The state of a training on disk, so that an interrupted one goes on where it stopped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from pipeline.errors import InputError

CHECKPOINT_FILE = "checkpoint.pt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """States of model, averaged model, optimizer and schedule after `epochs` epochs and `steps` updates.

    `fingerprint` is that of data and settings: a checkpoint continues no other training.
    """

    fingerprint: str
    epochs: int
    steps: int
    model: dict[str, Any]
    averaged: dict[str, Any]
    optimizer: dict[str, Any]
    schedule: dict[str, Any]


def save_checkpoint(checkpoint: Checkpoint, folder: Path) -> None:
    """Write beside the old one, then put it in its place: a crash leaves one that can be read."""
    fresh = folder / f"{CHECKPOINT_FILE}.new"
    torch.save({name: getattr(checkpoint, name) for name in Checkpoint.__slots__}, fresh)
    fresh.replace(folder / CHECKPOINT_FILE)


def load_checkpoint(folder: Path, fingerprint: str) -> Checkpoint | None:
    """The checkpoint of a folder, None where there is none.

    Raises:
        InputError: it belongs to another corpus or other settings.
    """
    path = folder / CHECKPOINT_FILE
    if not path.is_file():
        return None
    checkpoint = Checkpoint(**torch.load(path, weights_only=True))
    if checkpoint.fingerprint != fingerprint:
        raise InputError(f"{path} is of another corpus or other settings. Train into another folder.")
    return checkpoint
