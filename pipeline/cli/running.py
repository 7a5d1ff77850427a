"""A run with its progress told on standard error."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import typer

from pipeline.cli.options import checked_gazetteer

if TYPE_CHECKING:
    from pipeline.runner.report import RunReport
    from pipeline.runner.settings import RunSettings


def run_with_progress(settings: RunSettings, *, log_json: bool = False) -> RunReport:
    """Run, and tell on standard error how far it is: a bar on a terminal, JSON lines if asked for, else nothing."""
    from pipeline.assembly import AnnotatorLoader  # noqa: PLC0415
    from pipeline.cli.arrow import leave_pandas_out  # noqa: PLC0415
    from pipeline.cli.log_json import JsonLog  # noqa: PLC0415
    from pipeline.cli.progress import print_summary, shown_progress  # noqa: PLC0415
    from pipeline.cli.rejections import commonest_reasons  # noqa: PLC0415
    from pipeline.entities.decisions.files import check_decisions, read_decisions  # noqa: PLC0415
    from pipeline.merging import merge_run  # noqa: PLC0415
    from pipeline.review.amend import reviewed  # noqa: PLC0415
    from pipeline.review.lines import read_review, same_told  # noqa: PLC0415
    from pipeline.runner.run import run  # noqa: PLC0415

    if "parquet" in settings.formats:
        leave_pandas_out()
    load = AnnotatorLoader(gazetteers=settings.gazetteers, ontologies=settings.ontologies, careful=settings.careful)
    with checked_gazetteer(settings.gazetteers):
        lines = read_review(settings.reviews)
        told = (*read_decisions(settings.decisions), *same_told(lines))
        check_decisions(told)
        merge = reviewed(partial(merge_run, told=told), lines)
        if log_json:
            log = JsonLog(sys.stderr)
            report = run(settings, load=load, merge=merge, on_progress=log.progress)
            log.finished(report)
            return report
        with shown_progress() as on_progress:
            report = run(settings, load=load, merge=merge, on_progress=on_progress)
    print_summary(report)
    for reason in commonest_reasons(settings.out / "rejected.jsonl") if report.rejected else []:
        typer.echo(f"  {reason}", err=True)
    return report
