"""The state of a training on disk, so that an interrupted one goes on where it stopped."""

from __future__ import annotations

from collections.abc import Mapping
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
    """Write the state of a training into its folder."""
    save_state({name: getattr(checkpoint, name) for name in Checkpoint.__slots__}, folder / CHECKPOINT_FILE)


def load_checkpoint(folder: Path, fingerprint: str) -> Checkpoint | None:
    """The checkpoint of a folder, None where there is none.

    Raises:
        InputError: it belongs to another corpus or other settings.
    """
    state = load_state(folder / CHECKPOINT_FILE, fingerprint)
    return Checkpoint(**state) if state else None


def read_averaged(path: Path) -> dict[str, Any]:
    """The averaged weights of a checkpoint, for whoever wants the model and not the training."""
    averaged: dict[str, Any] = torch.load(path, weights_only=True, map_location="cpu")["averaged"]
    return averaged


def save_state(state: Mapping[str, Any], path: Path) -> None:
    """Write beside the old one, then put it in its place: a crash leaves one that can be read."""
    fresh = path.with_name(f"{path.name}.new")
    torch.save(dict(state), fresh)
    fresh.replace(path)


def load_state(path: Path, fingerprint: str) -> dict[str, Any] | None:
    """What `save_state` wrote, None where there is nothing.

    Raises:
        InputError: its own `fingerprint` is another.
    """
    if not path.is_file():
        return None
    state: dict[str, Any] = torch.load(path, weights_only=True, map_location="cpu")
    if state["fingerprint"] != fingerprint:
        raise InputError(f"{path} is of another corpus or other settings. Train into another folder.")
    return state
