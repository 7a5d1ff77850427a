"""Options that `svodka pretrain` and `svodka train` share."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.errors import InputError
from pipeline.training.settings import Size

GO_ON = "Give the same command with --resume to go on."

SizeOption = Annotated[
    Size, typer.Option("--size", help="Of the network; a large one teaches small ones and wants a graphics card.")
]
DeviceOption = Annotated[str, typer.Option("--device", metavar="cpu|cuda", help="What computes.")]


def usable(device: str) -> str:
    """The device, if torch can compute there.

    Raises:
        InputError: it cannot.
    """
    import torch  # noqa: PLC0415  (an extra, and slow)

    try:
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError) as error:
        raise InputError(f"torch cannot compute on --device {device} here. Leave it out to use the CPU.") from error
    return device
