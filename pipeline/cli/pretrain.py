"""`svodka pretrain`: an encoder that has read news before it sees an annotated text."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import INTERRUPTED, explained
from pipeline.errors import InputError
from pipeline.training.pretraining.settings import PretrainingPaths, PretrainingSettings


def pretrain_command(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="Files or folders of .txt and .jsonl, or - for stdin.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the encoder.")],
    epochs: Annotated[
        float, typer.Option("--epochs", min=0.001, help="Times that every article is seen; 0.5 is half of them.")
    ] = 1.0,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same encoder.")] = 0,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with what was interrupted in --out.")] = False,
) -> None:
    """Let an encoder read unlabelled articles, as a start for `svodka train --encoder`.

    Example: svodka pretrain data/raw --out encoder
    """
    with explained():
        if find_spec("torch") is None:
            raise InputError("Pretraining needs torch. Install the extra: uv sync --extra train")
        from pipeline.training.pretraining.pretraining import pretrain_encoder  # noqa: PLC0415

        paths = PretrainingPaths(inputs=tuple(inputs), out=out)
        settings = PretrainingSettings(epochs=epochs, seed=seed)
        try:
            pretrain_encoder(paths, settings, resume=resume, report=typer.echo)
        except KeyboardInterrupt as error:
            typer.secho("Interrupted. Give the same command with --resume to go on.", err=True)
            raise typer.Exit(INTERRUPTED) from error
    typer.echo(f"Start from it: svodka train CORPUS --dev DEV --out READER --encoder {out}")
