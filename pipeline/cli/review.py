"""`svodka review`: the records of a run as a file in which to decide on them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.cli.options import split_names


def review_command(
    tables: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that `svodka run` has written.")],
    to: Annotated[Path | None, typer.Option("--to", help="The file; OUT/review.csv where left out.")] = None,
    names: Annotated[
        str, typer.Option("--tables", help="Of events, quotes, positions, relations; joined with commas.")
    ] = "events",
    below: Annotated[
        float,
        typer.Option(
            "--below", min=0, max=1, help="Only what is less sure: events by certainty, others by confidence."
        ),
    ] = 1.0,
    spreadsheet: Annotated[
        bool,
        typer.Option("--spreadsheet", help="Semicolons, decimal commas, byte order mark: for a Russian Excel."),
    ] = False,
) -> None:
    """Write the records of a run to a file in which to accept, reject or correct them.

    Decisions that stand in the file already are kept. The next `svodka run … --out OUT` obeys them (docs/review.md).

    Example: svodka review data/out --below 0.3
    """
    with explained():
        from pipeline.review.sheet import NAME, write_sheet  # noqa: PLC0415

        sheet = write_sheet(tables, to or tables / NAME, names=split_names(names), below=below, spreadsheet=spreadsheet)
    typer.echo(f"{sheet.open} records to decide on, {sheet.decided} lines kept.", err=True)
    typer.echo(f"Edit {sheet.path}, then give the command of the run again with the same --out.")
