"""`svodka export`: a finished run for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import split_names
from pipeline.exports.targets import TARGETS, export_run

SHOWN_FILES = 3


def export_command(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that `svodka run` has written.")],
    to: Annotated[str, typer.Option("--to", help=f"Of {', '.join(TARGETS)}; joined with commas.")] = "",
    into: Annotated[
        Path | None, typer.Option("--into", help="Folder of the new files, where they shall not lie beside the tables.")
    ] = None,
    base: Annotated[
        str,
        typer.Option("--base", metavar="IRI", help="Beginning of the IRIs of rdf, such as https://example.org/news/"),
    ] = "",
) -> None:
    """Write a finished run for spreadsheets, databases and knowledge bases.

    Example: svodka export data/out --to xlsx,jsonl
    """
    from pipeline.cli.errors import explained  # noqa: PLC0415

    with explained(interrupted="What was not finished was removed."):
        for name, exported in export_run(out, split_names(to), into=into, base=base).items():
            counts = ", ".join(f"{number} {what}" for what, number in exported.written.items())
            typer.echo(f"{name}: {counts}")
            typer.echo("\n".join(f"  {line}" for line in _places(exported.files)))
            for note in exported.notes:
                typer.secho(f"  Note: {note}", err=True)


def _places(files: tuple[Path, ...]) -> list[str]:
    """Where files lie; many of one folder in one line."""
    if len(files) <= SHOWN_FILES:
        return [str(path) for path in files]
    endings = sorted({path.suffix for path in files})
    return [f"{files[0].parent}/*{ending} ({sum(path.suffix == ending for path in files)} files)" for ending in endings]
