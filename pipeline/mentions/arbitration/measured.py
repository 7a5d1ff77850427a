"""How often rule and reader were right where they disagreed: `models/arbitration.csv`, the ground of every decision."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import get_args

from pipeline.errors import ResourceError
from pipeline.mentions.arbitration.verdicts import Verdict, VerdictKind
from pipeline.records.annotations import Mention
from pipeline.resources import models_dir

FILE = "arbitration.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A kind of disagreement: the rule's family and type, the reader's verdict and type (empty where it is silent)."""

    rule: str
    type: str
    verdict: VerdictKind
    reader_type: str

    @classmethod
    def of(cls, mention: Mention, verdict: Verdict) -> Case:
        """The case of a mention and what the reader says of it."""
        return cls(
            rule=rule_family(mention.source),
            type=mention.type,
            verdict=verdict.kind,
            reader_type=verdict.span.type if verdict.span else "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Of `seen` such cases, how often the rule's and how often the reader's span and type were right."""

    seen: int
    rule_right: int
    reader_right: int

    def reader_is_surer(self, least: int) -> bool:
        """Whether the reader's answer is the better one; a case seen less often than `least` is the rule's."""
        return self.seen >= least and self.reader_right > self.rule_right


def rule_family(source: str) -> str:
    """Which finder made a mention: gazetteer, gazetteer-adjective, dates, rule or slovnet-ner-news-v1."""
    for mark in ".:;+":
        source = source.partition(mark)[0]
    return source


@cache
def measured_outcomes() -> Mapping[Case, Outcome]:
    """The shipped table.

    Raises:
        ResourceError: a column is missing or unknown, or a verdict is.
    """
    return read_outcomes(models_dir() / FILE)


def read_outcomes(path: Path) -> dict[Case, Outcome]:
    """Read such a table; the errors are those of `measured_outcomes`."""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    found: dict[Case, Outcome] = {}
    for number, row in enumerate(rows, 2):
        if set(row) != set(_columns()) or row["verdict"] not in get_args(VerdictKind):
            raise ResourceError(f"{path}:{number}: wants the columns {', '.join(_columns())}. Measure it anew.")
        case = Case(rule=row["rule"], type=row["type"], verdict=row["verdict"], reader_type=row["reader_type"])  # type: ignore[arg-type]
        counts = {name: int(row[name]) for name in ("seen", "rule_right", "reader_right")}
        found[case] = Outcome(**counts)
    return found


def write_outcomes(outcomes: Iterable[tuple[Case, Outcome]], path: Path) -> None:
    """Write a table in the order of its cases."""
    rows = [[*_values(case), *_values(outcome)] for case, outcome in outcomes]
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerows([_columns(), *sorted(rows)])


def _values(item: Case | Outcome) -> list[str]:
    return [str(getattr(item, field.name)) for field in fields(item)]


def _columns() -> list[str]:
    return [field.name for kind in (Case, Outcome) for field in fields(kind)]
