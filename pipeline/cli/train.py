"""`svodka train`: a reader from a corpus of one's own."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.errors import InputError
from pipeline.training.settings import TrainingPaths, TrainingSettings

_NEEDS = ("torch", "onnx")


def train_command(  # noqa: PLR0913, PLR0917  (every parameter is an option of the command)
    corpus: Annotated[Path, typer.Argument(help="Folder of .txt and .ann files in brat's standoff format.")],
    dev: Annotated[Path, typer.Option("--dev", help="Such a folder to score on; never trained on.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the reader.")],
    epochs: Annotated[int, typer.Option("--epochs", min=1, help="Times that every text is seen.")] = 15,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same reader.")] = 0,
    dropout: Annotated[float, typer.Option("--dropout", min=0.0, max=0.9, help="More for a small corpus.")] = 0.25,
    decay: Annotated[float, typer.Option("--decay", min=0.0, help="Weight decay.")] = 0.01,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the interrupted training in --out.")] = False,
) -> None:
    """Train a reader of nested mentions and relations on annotated texts.

    Example: svodka train corpus/train --dev corpus/dev --out reader
    """
    with explained():
        missing = [name for name in _NEEDS if find_spec(name) is None]
        if missing:
            raise InputError(f"Training needs {' and '.join(missing)}. Install the extra: uv sync --extra train")
        from pipeline.training.reader_training import train_reader  # noqa: PLC0415

        settings = TrainingSettings(epochs=epochs, seed=seed, dropout=dropout, decay=decay)
        paths = TrainingPaths(corpus=corpus, dev=dev, out=out)
        figures = train_reader(paths, settings, resume=resume, report=typer.echo)
        typer.echo("  ".join(f"{name} {value:.4f}" for name, value in figures.items()))
