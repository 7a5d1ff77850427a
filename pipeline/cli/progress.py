"""What `svodka run` shows of itself: a bar while it reads, a summary when it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from pipeline.runner.settings import Progress as Reached
from pipeline.runner.settings import RunReport


@contextmanager
def shown_progress() -> Iterator[Callable[[Reached], None]]:
    """Show a bar over the bytes of the inputs with articles, articles/s and time left; nothing off a terminal."""
    console = Console(stderr=True)
    bar = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[articles]} articles, {task.fields[speed]}"), TimeElapsedColumn(),
        TextColumn("{task.fields[left]}"), console=console, disable=not console.is_terminal,
    )  # fmt: skip
    with bar:
        task = bar.add_task("Loading models", total=None, articles=0, speed="", left="")

        def show(reached: Reached) -> None:
            elapsed = bar.tasks[0].elapsed or 0.0
            speed = f"{reached.articles / elapsed:.1f}/s" if elapsed else ""
            rejected = f", {reached.rejected} rejected" if reached.rejected else ""
            bar.update(
                task, description="Reading", total=reached.total, completed=reached.position,
                articles=reached.articles, speed=speed + rejected, left=_time_left(elapsed, reached),
            )  # fmt: skip

        yield show


def _time_left(elapsed: float, reached: Reached) -> str:
    """By the bytes still to read at the speed so far; empty where the input's size is unknown."""
    if not reached.total or not reached.position:
        return ""
    seconds = round(elapsed * (reached.total - reached.position) / reached.position)
    return f"{dt.timedelta(seconds=max(0, seconds))} left"


def print_summary(report: RunReport) -> None:
    """Print what was read and written, and where, to standard error."""
    console = Console(stderr=True, markup=False, highlight=False)
    read, total = report.articles_read, report.seconds.get("total", 0.0)
    speed = f", {read / total:.1f} articles/s" if total else ""
    console.print(f"{read} articles read in {total:.1f} s{speed}")
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("articles written", str(report.written))
    table.add_row("articles rejected", str(report.rejected))
    for status, count in report.statuses.items():
        if status != "ok":
            table.add_row(f"  {status}", str(count))
    for name, count in report.rows.items():
        table.add_row(f"rows of {name}", str(count))
    console.print(table)
    console.print(f"Tables: {report.settings.out}", soft_wrap=True)
    if report.rejected:
        console.print(f"Why articles were rejected: {report.settings.out / 'rejected.jsonl'}", soft_wrap=True)
    for each in report.decisions:
        if each.outcome == "left aside":
            console.print(f"Warning: {each.where} was left aside: {each.why}.", soft_wrap=True)
