"""What `svodka run` shows of itself: a bar while it reads, a summary when it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from pipeline.runner.progress import Progress as Reached
from pipeline.runner.report import RunReport


@contextmanager
def shown_progress() -> Iterator[Callable[[Reached], None]]:
    """Show a bar over the bytes of the inputs with articles, articles/s and time left; nothing off a terminal."""
    console = Console(stderr=True)
    bar = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[articles]}, {task.fields[speed]}"), TimeElapsedColumn(),
        TextColumn("{task.fields[left]}"), console=console, disable=not console.is_terminal,
    )  # fmt: skip
    with bar:
        task = bar.add_task("Loading models", total=None, articles="0 articles", speed="", left="")

        def show(reached: Reached) -> None:
            rejected = f", {reached.rejected} rejected" if reached.rejected else ""
            kept = f", {reached.kept} of them read before" if reached.kept else ""
            lost = f", {reached.deaths} processes lost" if reached.deaths else ""
            bar.update(
                task, description=reached.stage.capitalize(), total=reached.total, completed=reached.position,
                articles=f"{reached.articles} articles{kept}", speed=f"{reached.speed:.1f}/s{rejected}{lost}",
                left=_time_left(reached),
            )  # fmt: skip

        yield show


def _time_left(reached: Reached) -> str:
    if reached.left is None or reached.stage != "reading":
        return ""
    return f"{dt.timedelta(seconds=round(reached.left))} left"


def print_summary(report: RunReport) -> None:
    """Print what was read and written, and where, to standard error."""
    console = Console(stderr=True, markup=False, highlight=False)
    if report.finished_before:
        console.print(f"Finished before: the {report.articles_read} articles are read, nothing is to be done.")
        console.print(f"Tables: {report.settings.out}", soft_wrap=True)
        console.print("To read more, give it with --add; to read everything anew, --restart.")
        if report.rejected:
            console.print(
                f"{report.rejected} articles were rejected: {report.settings.out / 'rejected.jsonl'}", soft_wrap=True
            )
        return
    console.print(_how_long(report))
    console.print(_counts(report))
    console.print(f"Tables: {report.settings.out}", soft_wrap=True)
    if report.deaths:
        console.print(f"{report.deaths} processes died and were replaced; what they were at was read again.")
    if report.remarked:
        where = f"{report.settings.out}, documents.error"
        console.print(f"Something was not understood in {report.remarked} articles: {where}", soft_wrap=True)
    if report.rejected:
        console.print(f"Why articles were rejected: {report.settings.out / 'rejected.jsonl'}", soft_wrap=True)
    if report.decisions:
        followed = sum(each.outcome != "left aside" for each in report.decisions)
        console.print(f"Decisions: {followed} of {len(report.decisions)} followed")
    for each in report.decisions:
        if each.outcome == "left aside":
            console.print(f"Warning: {each.where} was left aside: {each.why}.", soft_wrap=True)


def _counts(report: RunReport) -> Table:
    """Duplicates are written as well, so they are told below what was written."""
    rows = {"articles written": report.written, "  of them duplicates": report.statuses.get("duplicate", 0)}
    rows["articles rejected"] = report.rejected
    rows |= {f"  {status}": count for status, count in report.statuses.items() if status not in {"ok", "duplicate"}}
    rows |= {f"rows of {name}": count for name, count in report.rows.items()}
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name, count in rows.items():
        if count or not name.startswith(" "):
            table.add_row(name, str(count))
    return table


def _how_long(report: RunReport) -> str:
    read, kept, total = report.articles_read, report.kept, report.seconds.get("total", 0.0)
    before = f", {kept} of them before" if kept else ""
    speed = f", {report.speed:.1f} articles/s" if report.speed else ""
    return f"{read} articles read{before}, in {total:.1f} s{speed}"
