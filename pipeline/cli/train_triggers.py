"""`svodka train-triggers`: the network that knows trigger words, from annotated articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.extras import need_extra


def train_triggers_command(
    corpora: Annotated[
        list[Path], typer.Argument(metavar="CORPUS", help="Folders of articles annotated as tests/gold/README.md says.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the network.")],
) -> None:
    """Train the network that knows which words name an event of which type.

    Example: svodka train-triggers tests/gold tests/gold-fresh tests/gold-own/dev --out models/triggers
    """
    with explained():
        need_extra("Training", "train", "torch")
        from pipeline.evaluation.corpus import load_corpus  # noqa: PLC0415
        from pipeline.training.triggers.examples import TriggerText  # noqa: PLC0415
        from pipeline.training.triggers.train import TriggerTraining, train_triggers  # noqa: PLC0415

        articles = [article for corpus in corpora for article in load_corpus(corpus).articles]
        texts = [TriggerText(article=a.as_article(), triggers=a.triggers()) for a in articles]
        figures = train_triggers(texts, out, TriggerTraining())
        typer.echo("  ".join(f"{name} {value:.4f}" for name, value in figures.items()))
