"""`svodka train`: a reader from a corpus of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.cli.training_options import GO_ON, DeviceOption, SizeOption, usable
from pipeline.errors import InputError
from pipeline.extras import need_extra
from pipeline.resources import models_dir
from pipeline.training.settings import ENCODER_RATE, RATE, Size, TrainingPaths, TrainingSettings

SHIPPED = Path("news")


def train_command(  # noqa: PLR0913, PLR0917  (every parameter is an option of the command)
    corpus: Annotated[
        Path, typer.Argument(metavar="CORPUS", help="Folder in brat's standoff format, or a .spacy file.")
    ],
    dev: Annotated[Path, typer.Option("--dev", help="Such a corpus to score on; never trained on.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the reader.")],
    epochs: Annotated[int, typer.Option("--epochs", min=1, help="Times that every text is seen.")] = 15,
    size: SizeOption = Size.SMALL,
    batch: Annotated[int, typer.Option("--batch", min=1, help="Windows of an update; more on a graphics card.")] = 2,
    rates: Annotated[
        tuple[float, float], typer.Option("--rates", help="Rates of learning: of the --encoder, of all else.")
    ] = (ENCODER_RATE, RATE),
    device: DeviceOption = "cpu",
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same reader.")] = 0,
    dropout: Annotated[float, typer.Option("--dropout", min=0.0, max=0.9, help="More for a small corpus.")] = 0.25,
    decay: Annotated[float, typer.Option("--decay", min=0.0, help="Weight decay.")] = 0.01,
    encoder: Annotated[
        Path | None,
        typer.Option("--encoder", help="Folder of `svodka pretrain` to start from; `news` is the shipped one."),
    ] = None,
    fold: Annotated[
        str, typer.Option("--fold", help="2/6 holds every sixth text from the third on back and scores on it too.")
    ] = "",
    teachers: Annotated[
        list[Path] | None, typer.Option("--teacher", help="A finished reader to learn from as well; repeat it.")
    ] = None,
    news: Annotated[
        list[str] | None, typer.Option("--news", help="Articles that the teachers shall read; repeat it.")
    ] = None,
    articles: Annotated[int, typer.Option("--articles", min=1, help="Number of them.")] = 1800,
    longest: Annotated[int, typer.Option("--longest", min=1, help="Characters of each that are taught.")] = 2500,
    repeats: Annotated[int, typer.Option("--repeats", min=1, help="Times CORPUS is seen while they are once.")] = 2,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the interrupted training in --out.")] = False,
) -> None:
    """Train a reader of nested mentions and relations on annotated texts.

    Example: svodka train corpus/train --dev corpus/dev --out reader
    """
    with explained(interrupted=GO_ON):
        need_extra("Training", "train", "torch", "onnx")
        from pipeline.training.reader_training import train_reader  # noqa: PLC0415

        if bool(teachers) != bool(news):
            raise InputError("Teachers need something to read, and news a teacher: give both --teacher and --news.")
        held, folds = _fold(fold)
        settings = TrainingSettings(
            size=size, epochs=epochs, batch=batch, encoder_rate=rates[0], rate=rates[1], seed=seed, dropout=dropout,
            decay=decay, fold=held, folds=folds, articles=articles, longest=longest,
            repeats=repeats,
        )  # fmt: skip
        paths = TrainingPaths(
            corpus=corpus,
            dev=dev,
            out=out,
            encoder=_encoder(encoder),
            teachers=tuple(teachers or ()),
            news=tuple(news or ()),
        )
        figures = train_reader(paths, settings, resume=resume, report=typer.echo, device=usable(device))
        typer.echo("  ".join(f"{name} {value:.4f}" for name, value in figures.items()))


def _encoder(named: Path | None) -> Path | None:
    """The folder that --encoder names; `news` is the shipped encoder unless there is a folder of that name."""
    return models_dir() / "encoder" if named == SHIPPED and not SHIPPED.exists() else named


def _fold(text: str) -> tuple[int, int]:
    """«2/6» as (2, 6), nothing as (0, 0).

    Raises:
        InputError: it is no such pair.
    """
    if not text:
        return 0, 0
    number, _, folds = text.partition("/")
    if not (number.isdigit() and folds.isdigit() and int(number) < int(folds)):
        raise InputError(f"--fold {text}: write it as 2/6, the first fold is 0/6.")
    return int(number), int(folds)
