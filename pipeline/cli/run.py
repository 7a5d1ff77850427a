"""`svodka run`: the main job."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import FAILED, explained
from pipeline.cli.options import (
    AuthorField,
    CarefulOption,
    GazetteerOption,
    IdField,
    InputsArgument,
    OntologyOption,
    PublishedField,
    PublisherField,
    TextField,
    TitleField,
    UrlField,
    checked_ontology,
    parse_day,
    split_names,
    user_files,
)
from pipeline.cli.running import run_with_progress
from pipeline.errors import InputError


class Engine(StrEnum):
    """What runs the shards."""

    LOCAL = "local"
    DASK = "dask"


def run_command(  # noqa: PLR0913, PLR0917  (every parameter is an option of the command)
    inputs: InputsArgument,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder of the tables (required).")] = None,
    workers: Annotated[int, typer.Option("--workers", "-w", min=0, help="Processes; 0 is one for each core.")] = 0,
    formats: Annotated[
        str, typer.Option("--formats", help="Of csv, spreadsheet, parquet, sqlite; joined with commas.")
    ] = "csv,parquet,sqlite",
    text_field: TextField = "",
    id_field: IdField = "",
    title_field: TitleField = "",
    published_field: PublishedField = "",
    url_field: UrlField = "",
    publisher_field: PublisherField = "",
    author_field: AuthorField = "",
    published: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="Day of publication of articles that tell none themselves.")
    ] = "",
    gazetteer: GazetteerOption = None,
    ontology: OntologyOption = None,
    same: Annotated[
        list[Path] | None,
        typer.Option("--same", metavar="CSV", help="Who is the same, who is not (docs/identity.md); may be repeated."),
    ] = None,
    review: Annotated[
        list[Path] | None,
        typer.Option("--review", metavar="CSV", help="Decisions on records (docs/review.md); else OUT/review.csv."),
    ] = None,
    careful: CarefulOption = True,
    force: Annotated[bool, typer.Option("--force", help="Overwrite tables that no run of svodka wrote.")] = False,
    add: Annotated[bool, typer.Option("--add", help="Extend the tables in --out by what was not read yet.")] = False,
    restart: Annotated[bool, typer.Option("--restart", help="Forget the run in --out, read all anew.")] = False,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Processes of this machine, or a Dask cluster.")
    ] = Engine.LOCAL,
    scheduler: Annotated[
        str, typer.Option("--scheduler", metavar="ADDRESS", help="Running Dask scheduler (with --engine dask).")
    ] = "",
    near_duplicates: Annotated[
        float,
        typer.Option("--near-duplicates", min=0, max=1, help="Count reprints that share this much wording once."),
    ] = 0.0,
    article_seconds: Annotated[
        float, typer.Option("--article-seconds", min=0, help="Time for one article; 0 is no limit.")
    ] = 300.0,
    article_megabytes: Annotated[
        int, typer.Option("--article-megabytes", min=0, help="Memory for one article; 0 is no limit (Linux only).")
    ] = 2048,
    log_json: Annotated[bool, typer.Option("--log-json", help="Progress as JSON lines on standard error.")] = False,
) -> None:
    """Read a dump of Russian news articles and write the tables of what happened in them.

    Interrupted, it goes on where it stopped when the same command is given again.

    Example: svodka run data/raw --out data/out
    """
    with explained(interrupted="What is read is kept. Give the same command to go on."):
        if scheduler and engine is not Engine.DASK:
            raise InputError("--scheduler names a Dask cluster: add --engine dask.")
        if out is None:
            raise InputError(f"Say where the tables go: svodka run {' '.join(inputs)} --out TABLES")
        from pipeline.readers.fields import FieldNames  # noqa: PLC0415
        from pipeline.runner.limits import Limits  # noqa: PLC0415
        from pipeline.runner.settings import RunSettings  # noqa: PLC0415

        names = FieldNames(
            id=id_field, text=text_field, title=title_field, published=published_field, url=url_field,
            publisher=publisher_field, author=author_field,
        )  # fmt: skip
        settings = RunSettings(
            inputs=tuple(inputs), out=out, workers=workers or _cores(), names=names, published=parse_day(published),
            formats=tuple(split_names(formats)),
            gazetteers=user_files(gazetteer), decisions=user_files(same), force=force, add=add,
            restart=restart, engine=engine.value, scheduler=scheduler, near_duplicates=near_duplicates,
            limits=Limits(seconds=article_seconds, megabytes=article_megabytes),
            reviews=user_files(review or _kept_review(out)),
            ontologies=checked_ontology(ontology), careful=careful,
        )  # fmt: skip
        report = run_with_progress(settings, log_json=log_json)
    if not report.balanced:
        typer.secho(
            f"Error: {report.articles_read} articles read, but {report.written} written and {report.rejected} "
            f"rejected. This is a fault of svodka: please report it with {out / 'run.json'}.",
            fg=typer.colors.RED, err=True,
        )  # fmt: skip
        raise typer.Exit(FAILED)
    if report.articles_read and not report.written:
        typer.secho("Error: None of the articles could be read.", fg=typer.colors.RED, err=True)
        raise typer.Exit(FAILED)


def _kept_review(out: Path) -> list[Path]:
    """The decisions that lie beside the tables of an earlier run: they hold for every later one."""
    kept = out / "review.csv"
    return [kept] if kept.is_file() else []


def _cores() -> int:
    import os  # noqa: PLC0415

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
