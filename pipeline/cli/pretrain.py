"""`svodka pretrain`: an encoder that has read news before it sees an annotated text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.cli.training_options import GO_ON, DeviceOption, SizeOption, usable
from pipeline.extras import need_extra
from pipeline.training.pretraining.settings import PretrainingPaths, PretrainingSettings
from pipeline.training.settings import Size


def pretrain_command(  # noqa: PLR0913, PLR0917  (every parameter is an option of the command)
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="Files or folders of .txt and .jsonl, or - for stdin.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the encoder.")],
    epochs: Annotated[
        float, typer.Option("--epochs", min=0.001, help="Times that every article is seen; 0.5 is half of them.")
    ] = 1.0,
    size: SizeOption = Size.SMALL,
    batch: Annotated[int, typer.Option("--batch", min=1, help="Windows of an update; more on a graphics card.")] = 8,
    device: DeviceOption = "cpu",
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same encoder.")] = 0,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with what was interrupted in --out.")] = False,
) -> None:
    """Let an encoder read unlabelled articles, as a start for `svodka train --encoder`.

    Example: svodka pretrain data/raw --out encoder
    """
    with explained(interrupted=GO_ON):
        need_extra("Pretraining", "train", "torch")
        from pipeline.training.pretraining.pretraining import pretrain_encoder  # noqa: PLC0415

        paths = PretrainingPaths(inputs=tuple(inputs), out=out)
        settings = PretrainingSettings(size=size, epochs=epochs, batch=batch, seed=seed).for_size()
        pretrain_encoder(paths, settings, resume=resume, report=typer.echo, device=usable(device))
    typer.echo(f"Start from it: svodka train CORPUS --dev DEV --out READER --encoder {out}")
