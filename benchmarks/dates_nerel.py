"""Recall of the date tagger on the DATE and TIME spans of NEREL: over all, and over calendar expressions.

    python benchmarks/dates_nerel.py FOLDER      (or NEREL_DEV=FOLDER; a folder of .txt with .ann files)

A marked span counts as found where any expression of the tagger overlaps it. What is no calendar expression is decided
by `pipeline.evaluation.calendar_expressions`, on the span alone. Without the corpus nothing is measured.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.assembly import build_date_tagger, build_pipeline, read_articles
from pipeline.evaluation.calendar_expressions import why_no_calendar_expression
from pipeline.language.layout import find_lines
from pipeline.records.annotations import TemporalExpression
from pipeline.records.article import Article

Tagger = Callable[[str], tuple[TemporalExpression, ...]]
Marked = tuple[str, int, int]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=os.environ.get("NEREL_DEV"))
    parser.add_argument("--light", action="store_true", help="the tagger without slovnet")
    parser.add_argument("--misses", action="store_true", help="print the calendar expressions that are missed")
    arguments = parser.parse_args()
    if not arguments.folder or not Path(arguments.folder).is_dir():
        print("skipped: name the folder with NEREL's .txt and .ann files")
        return 0
    measure(Path(arguments.folder), light=arguments.light, misses=arguments.misses)
    return 0


def measure(folder: Path, *, light: bool, misses: bool) -> None:
    tag: Tagger = build_date_tagger() if light else only_dates()
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.ann")):
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        dates = tag(text)
        for _, start, end in marked_spans(path):
            reason = why_no_calendar_expression(text[start:end], text[:start])
            found = any(e.start < end and start < e.end for e in dates)
            counts.update([f"all {found}", f"{reason or 'calendar'} {found}"])
            if misses and not found and not reason:
                print(f"missed in {path.stem}: {text[start:end]!r}")
    show(counts)


def only_dates() -> Tagger:
    nlp = build_pipeline(careful=False)
    for name in nlp.pipe_names[nlp.pipe_names.index("svodka_dates") + 1 :]:
        nlp.remove_pipe(name)
    return lambda text: next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))._.dates


def marked_spans(path: Path) -> Iterator[Marked]:
    """Type, start and end of every DATE and TIME; a span in pieces runs from the first to the last."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("T"):
            continue
        kind, start, *_, end = line.split("\t")[1].replace(";", " ").split(" ")
        if kind in {"DATE", "TIME"}:
            yield kind, int(start), int(end)


def show(counts: Counter[str]) -> None:
    names = sorted({key.rpartition(" ")[0] for key in counts}, key=lambda n: (n != "all", n != "calendar", n))
    for name in names:
        found, lost = counts[f"{name} True"], counts[f"{name} False"]
        print(f"{name:16} {found:4} of {found + lost:4}  {found / (found + lost):.3f}")


if __name__ == "__main__":
    sys.exit(main())
