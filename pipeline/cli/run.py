"""`svodka run`: the main job."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.errors import FAILED, explained
from pipeline.cli.options import GazetteerOption, checked_gazetteer, parse_day, user_files
from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.runner.settings import RunReport, RunSettings

_FIELD_HELP = "Field of a JSON record that holds the {}, where it has no usual name."


def run_command(  # noqa: PLR0913, PLR0917  (every parameter is an option of the command)
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="Files or folders of .txt and .jsonl, or - for stdin.")
    ],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder of the tables (required).")] = None,
    workers: Annotated[int, typer.Option("--workers", "-w", min=0, help="Processes; 0 is one for each core.")] = 0,
    formats: Annotated[
        str, typer.Option("--formats", help="Of csv, spreadsheet, parquet, sqlite; joined with commas.")
    ] = "csv,parquet,sqlite",
    text_field: Annotated[str, typer.Option(help=_FIELD_HELP.format("text"))] = "",
    id_field: Annotated[str, typer.Option(help=_FIELD_HELP.format("id"))] = "",
    title_field: Annotated[str, typer.Option(help=_FIELD_HELP.format("headline"))] = "",
    published_field: Annotated[str, typer.Option(help=_FIELD_HELP.format("date of publication"))] = "",
    url_field: Annotated[str, typer.Option(help=_FIELD_HELP.format("address"))] = "",
    published: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="Day of publication of articles that tell none themselves.")
    ] = "",
    gazetteer: GazetteerOption = None,
    same: Annotated[
        list[Path] | None,
        typer.Option("--same", metavar="CSV", help="Who is the same, who is not (docs/identity.md); may be repeated."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite tables that no run of svodka wrote.")] = False,
) -> None:
    """Read a dump of Russian news articles and write the tables of what happened in them.

    Example: svodka run data/raw --out data/out
    """
    with explained(interrupted="No tables were written. Give the same command to begin again."):
        if out is None:
            raise InputError(f"Say where the tables go: svodka run {' '.join(inputs)} --out TABLES")
        from pipeline.readers.fields import FieldNames  # noqa: PLC0415
        from pipeline.runner.settings import RunSettings  # noqa: PLC0415

        names = FieldNames(id=id_field, text=text_field, title=title_field, published=published_field, url=url_field)
        settings = RunSettings(
            inputs=tuple(inputs), out=out, workers=workers or _cores(), names=names, published=parse_day(published),
            formats=tuple(name.strip() for name in formats.split(",") if name.strip()),
            gazetteers=user_files(gazetteer), decisions=user_files(same), force=force,
        )  # fmt: skip
        report = run_with_progress(settings)
    if not report.balanced:
        typer.secho(
            f"Error: {report.articles_read} articles read, but {report.written} written and {report.rejected} "
            f"rejected. This is a fault of svodka: please report it with {out / 'run.json'}.",
            fg=typer.colors.RED, err=True,
        )  # fmt: skip
        raise typer.Exit(FAILED)


def run_with_progress(settings: RunSettings) -> RunReport:
    """Run with a progress bar on standard error (none where that is no terminal) and a summary at the end."""
    from pipeline.assembly import AnnotatorLoader  # noqa: PLC0415
    from pipeline.cli.progress import print_summary, shown_progress  # noqa: PLC0415
    from pipeline.entities.decisions.files import read_decisions  # noqa: PLC0415
    from pipeline.merging import merge_run  # noqa: PLC0415
    from pipeline.runner.run import run  # noqa: PLC0415

    load = AnnotatorLoader(gazetteers=settings.gazetteers)
    with checked_gazetteer(settings.gazetteers):
        merge = partial(merge_run, told=read_decisions(settings.decisions))
        with shown_progress() as on_progress:
            report = run(settings, load=load, merge=merge, on_progress=on_progress)
    print_summary(report)
    return report


def _cores() -> int:
    import os  # noqa: PLC0415

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
