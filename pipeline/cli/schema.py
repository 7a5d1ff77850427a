"""`svodka schema`: the tables and what their columns mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer


def schema_command(
    names: Annotated[list[str] | None, typer.Argument(metavar="TABLE", help="Only these tables.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print datapackage.json: types, units, allowed values, keys.")
    ] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print the page docs/records.md.")] = False,
) -> None:
    """Print the tables of a run: every column with its type and meaning."""
    from pipeline.cli.errors import explained  # noqa: PLC0415

    if as_markdown:
        from pipeline.records.tables.reference import reference_page  # noqa: PLC0415

        typer.echo(reference_page(), nl=False)
        return
    with explained():
        typer.echo(_as_json() if as_json else "\n".join(describe_tables(names or [])))


def describe_tables(names: list[str]) -> Iterator[str]:
    """Yield the lines of a reader's description of the tables.

    Raises:
        InputError: there is no such table.
    """
    from pipeline.records.tables import tables_named  # noqa: PLC0415

    for each in tables_named(names):
        yield f"{each.name}: {each.meaning[:1].lower()}{each.meaning[1:]}"
        width = max(len(column.name) for column in each.columns)
        for column in each.columns:
            allowed = f" One of {', '.join(column.values)}." if column.values else ""
            unit = f" ({column.unit})" if column.unit else ""
            yield f"  {column.name:<{width}}  {column.type:<7}  {column.meaning}{allowed}{unit}"
        yield ""


def _as_json() -> str:
    import json  # noqa: PLC0415

    from pipeline.writers.datapackage import datapackage  # noqa: PLC0415

    return json.dumps(datapackage(), ensure_ascii=False, indent=2)
