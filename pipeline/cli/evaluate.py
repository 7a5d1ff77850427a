"""`svodka evaluate`: scores the pipeline, or the tables of a run, against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.cli.errors import FAILED, explained
from pipeline.cli.options import CarefulOption
from pipeline.errors import InputError
from pipeline.evaluation.corpus import Corpus, load_corpus
from pipeline.evaluation.evaluate import Evaluation, evaluate_answers, evaluate_pipeline, write_evaluation
from pipeline.evaluation.floors import find_breaches, load_floors, pin_floors
from pipeline.evaluation.from_tables import answers_from_tables
from pipeline.evaluation.reader_scores import reader_table, score_reader
from pipeline.evaluation.render import render_fault, render_table

GOLD = Path("tests/gold")


def evaluate(  # noqa: PLR0913, PLR0917  (one parameter an option)
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Folder of gold articles, or a .jsonl of date sentences.")
    ] = GOLD,
    tables: Annotated[Path | None, typer.Option(help="Score the tables in this folder, do not run anything.")] = None,
    failures: Annotated[bool, typer.Option("--failures", help="Print everything missed, wrong or too much.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print figures and counts as JSON.")] = False,
    out: Annotated[Path | None, typer.Option(help="Keep scores.json, faults.jsonl and the tables here.")] = None,
    floors: Annotated[Path | None, typer.Option(help="Exit with 1 where a figure is below its floor here.")] = None,
    pin: Annotated[bool, typer.Option("--pin", help="Write the figures reached into the file of --floors.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="Let --pin lower a floor.")] = False,
    careful: CarefulOption = True,
    corpus: Annotated[Path | None, typer.Option(help="Score the reader on this brat folder or .spacy file.")] = None,
    reader: Annotated[Path | None, typer.Option(help="Another reader than the shipped one, for --corpus.")] = None,
) -> None:
    """Score against annotated articles: names, entities, dates, events, quotes, positions."""
    with explained():
        if corpus or reader:
            show_reader_scores(corpus, reader, as_json=as_json)
            return
        if (pin or lower) and not (floors and pin):
            raise InputError("--pin needs --floors FILE, and --lower needs --pin.")
        evaluation = run_evaluation(load_corpus(gold), tables, out, careful=careful)
        show(evaluation, failures=failures, as_json=as_json)
        if out:
            write_evaluation(evaluation, out)
        if floors:
            check(evaluation, floors, pin=pin, lower=lower)


def show_reader_scores(corpus: Path | None, reader: Path | None, *, as_json: bool) -> None:
    """Score a reader on annotated texts and print strict F1 by type."""
    if not corpus:
        raise InputError("A reader is scored on a corpus: svodka evaluate --corpus CORPUS --reader READER_FOLDER")
    evaluation = score_reader(corpus, reader)
    if as_json:
        typer.echo(json.dumps({**evaluation.figures(), **evaluation.calibration_errors()}))
    else:
        Console().print(reader_table(evaluation))


def run_evaluation(corpus: Corpus, tables: Path | None, out: Path | None = None, *, careful: bool = True) -> Evaluation:
    """Score the tables of a run where a folder is given, else run over the corpus now and keep its tables in `out`."""
    if tables:
        return evaluate_answers(corpus, answers_from_tables(tables))
    return evaluate_pipeline(corpus, out, careful=careful)


def show(evaluation: Evaluation, *, failures: bool, as_json: bool) -> None:
    """Print figures, then faults, to standard output."""
    if as_json:
        typer.echo(json.dumps(evaluation.as_json(), ensure_ascii=False, indent=1))
    else:
        Console().print(render_table(evaluation))
    if failures:
        for fault in evaluation.faults:
            typer.echo(render_fault(fault))


def check(evaluation: Evaluation, path: Path, *, pin: bool, lower: bool) -> None:
    """Pin the floors, or exit with 1 where a figure is below its floor."""
    if pin:
        pin_floors(evaluation, path, lower=lower)
        return
    breaches = find_breaches(evaluation, load_floors(path))
    for breach in breaches:
        typer.echo(f"{breach.figure}: {breach.reached:.4f} is below its floor {breach.floor}", err=True)
    if breaches:
        raise typer.Exit(FAILED)
