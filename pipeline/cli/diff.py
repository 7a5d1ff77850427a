"""`svodka diff`: what changed between two runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.cli.options import split_names

DIFFERENT = 1


def diff_command(
    before: Annotated[Path, typer.Argument(metavar="OUT1", help="Folder of the earlier run.")],
    after: Annotated[Path, typer.Argument(metavar="OUT2", help="Folder of the later run.")],
    tables: Annotated[str, typer.Option("--tables", help="Only these tables, joined with commas.")] = "",
    ignore: Annotated[str, typer.Option("--ignore", help="Columns not to look at, joined with commas.")] = "",
    rows: Annotated[int, typer.Option("--rows", min=0, help="Show at most so many rows of each kind of change.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print all changes as JSON.")] = False,
) -> None:
    """Tell what changed between two runs: rows added and removed, cells with old -> new.

    Rows are matched by their ids, which are the same on every run. Exit code 0: nothing changed; 1: something did;
    2: the runs could not be compared.

    Example: svodka diff data/before data/after --tables events --ignore confidence,source
    """
    import json  # noqa: PLC0415

    with explained():
        from pipeline.comparison.compare import compare_runs  # noqa: PLC0415
        from pipeline.comparison.render import describe  # noqa: PLC0415

        found = compare_runs(before, after, tables=split_names(tables), ignored=split_names(ignore))
        if as_json:
            typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
        else:
            for line in describe(found, rows=rows):
                typer.echo(line)
    if found.differs:
        raise typer.Exit(DIFFERENT)
