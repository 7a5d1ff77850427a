"""`svodka train-joining`: the small network that joins tellings of one happening, from marked passages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.extras import need_extra


def train_joining_command(
    marks: Annotated[
        list[Path],
        typer.Argument(metavar="MARKS", help="Events marked by offsets, every telling: tests/news-marks/README.md."),
    ],
    dump: Annotated[list[str], typer.Option("--dump", help="File or folder that holds their articles; repeatable.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder in which `joining` comes to lie.")],
) -> None:
    """Train the network that says which tellings of an article are of one happening.

    Example: svodka train-joining tests/news-marks/fourth.csv --dump news --out models
    """
    with explained():
        need_extra("Training", "train", "torch")
        from pipeline.training.joining.train import train_joining  # noqa: PLC0415
        from pipeline.training.marks import load_marks  # noqa: PLC0415

        texts = [text for path in marks for text in load_marks(path, dump)]
        figures = train_joining(texts, out, typer.echo)
        typer.echo("  ".join(f"{figure} {value:.4f}" for figure, value in figures.items()))
