"""`svodka train-names`: the small network with the last word on names, from articles with every name marked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.extras import need_extra


def train_names_command(
    corpora: Annotated[
        list[Path], typer.Argument(metavar="CORPUS", help="Folders of articles annotated as tests/gold/README.md says.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder in which `span_classifier` comes to lie.")],
) -> None:
    """Train the network that says whether what looks like a name is one, and of whom or what.

    Example: svodka train-names tests/gold tests/gold-own/dev --out models
    """
    with explained():
        need_extra("Training", "train", "torch")
        from pipeline.evaluation.corpus import load_corpus  # noqa: PLC0415
        from pipeline.evaluation.marked import mark_names  # noqa: PLC0415
        from pipeline.training.names.train import train_span_classifier  # noqa: PLC0415

        texts = [mark_names(article) for corpus in corpora for article in load_corpus(corpus).articles]
        figures = train_span_classifier(texts, out, typer.echo)
        typer.echo("  ".join(f"{figure} {value:.4f}" for figure, value in figures.items()))
