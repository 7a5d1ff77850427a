"""`svodka combine`: several trained readers as one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.extras import need_extra


def combine_command(
    readers: Annotated[list[Path], typer.Argument(metavar="READER", help="Folders that `svodka train` has finished.")],
    dev: Annotated[Path, typer.Option("--dev", help="Corpus to fit thresholds and confidence on.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the new reader.")],
    int8: Annotated[bool, typer.Option("--int8", help="Weights of 8 bits: smaller and quicker.")] = False,
) -> None:
    """Average trained readers into one, or make one reader smaller.

    Example: svodka combine reader-1 reader-2 --dev corpus/dev --out reader --int8
    """
    with explained():
        need_extra("Training", "train", "torch", "onnx")
        from pipeline.training.committee import combine_readers  # noqa: PLC0415

        figures = combine_readers(readers, dev, out, int8=int8)
        typer.echo("  ".join(f"{name} {value:.4f}" for name, value in figures.items()))
