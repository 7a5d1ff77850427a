"""`svodka report`: a run as pages to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.errors import explained


def report_command(
    tables: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that `svodka run` has written.")],
    to: Annotated[Path | None, typer.Option("--to", help="Folder of the pages; OUT/report where left out.")] = None,
    texts: Annotated[
        list[str] | None,
        typer.Option("--texts", metavar="DUMP", help="Where the articles' texts lie, if not where the run read them."),
    ] = None,
    lang: Annotated[str, typer.Option("--lang", help="Language of the pages: ru or en.")] = "ru",
    max_events: Annotated[
        int, typer.Option("--max-events", min=1, help="List at most so many events, the most certain ones.")
    ] = 20_000,
    max_articles: Annotated[
        int, typer.Option("--max-articles", min=0, help="Give at most so many articles a page, those with most events.")
    ] = 2_000,
) -> None:
    """Make pages to look at a run: time line, network, map, articles with their records, coverage.

    They are static, open from disk and load nothing from elsewhere.

    Example: svodka report data/out, then open data/out/report/index.html
    """
    with explained():
        from pipeline.report.build import build_report  # noqa: PLC0415
        from pipeline.report.settings import ReportSettings  # noqa: PLC0415

        settings = ReportSettings(
            tables=tables, folder=to or tables / "report", texts=tuple(texts or ()), language=lang,
            max_events=max_events, max_articles=max_articles,
        )  # fmt: skip
        made = build_report(settings)
    listed = f"{made.events} events, {made.events_listed} of them listed"
    typer.echo(f"{listed}; {made.pages} of {made.articles} articles have a page.", err=True)
    if made.texts < made.pages:
        typer.secho(
            f"Warning: the texts of {made.pages - made.texts} articles were not found or have changed; "
            "their pages show only what the tables quote. Name the dump with --texts.",
            fg=typer.colors.YELLOW, err=True,
        )  # fmt: skip
    typer.echo(f"Open {made.folder / 'index.html'}")
