"""The tables of endings of `models/declension.csv`.

A row is one way to decline one part of a name: the endings a nominative must have (`ends`) and must not have
(`unless`), what stands for `nominative` to `prepositional` after the stem (`0`: nothing; `/`: either of two), and
a weight between 0 and 1: how often a name of that ending goes this way.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.errors import ResourceError
from pipeline.resources import models_dir

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_CELLS = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
_COLUMNS = ("part", "gender", "ends", "unless", *_CELLS, "weight", "example")
_PARTS = frozenset({"first", "patronymic", "last", "thing"})
_GENDERS = frozenset({"m", "f", "n", "p"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Paradigm:
    """One row of the table.

    Attributes:
        part: first, patronymic, last, or thing for bodies and places.
        gender: m, f, n, or p for plural names.
        endings: for each of `CASES` the endings that can stand after the stem; the nominative has one.
    """

    part: str
    gender: str
    ends: tuple[str, ...]
    unless: tuple[str, ...]
    endings: tuple[tuple[str, ...], ...]
    weight: float

    def accepts(self, nominative: str) -> bool:
        """Whether a nominative goes this way."""
        return nominative.endswith(self.ends) and not (self.unless and nominative.endswith(self.unless))

    def forms(self, nominative: str, case: str) -> tuple[str, ...]:
        """Forms of a nominative in a case."""
        own = self.endings[0][0]
        stem = nominative[: len(nominative) - len(own)]
        return tuple(stem + ending for ending in self.endings[CASES.index(case)])


@cache
def load_paradigms() -> Mapping[str, tuple[Paradigm, ...]]:
    """Paradigms by part, in the order of the table."""
    by_part: dict[str, list[Paradigm]] = defaultdict(list)
    for paradigm in read_paradigms(models_dir() / "declension.csv"):
        by_part[paradigm.part].append(paradigm)
    return {part: tuple(rows) for part, rows in by_part.items()}


def read_paradigms(path: Path) -> tuple[Paradigm, ...]:
    """Read a table.

    Raises:
        ResourceError: a column, part, gender or weight that is not known; the message names file and line.
    """
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        if tuple(reader.fieldnames or ()) != _COLUMNS:
            raise ResourceError(f"{path}: line 1: the columns must be {', '.join(_COLUMNS)}.")
        return tuple(_paradigm(row, f"{path}: line {reader.line_num}") for row in reader)


def _paradigm(row: Mapping[str, str], where: str) -> Paradigm:
    if row["part"] not in _PARTS or row["gender"] not in _GENDERS or not row["ends"]:
        raise ResourceError(f"{where}: needs a part of {sorted(_PARTS)}, a gender of {sorted(_GENDERS)} and endings.")
    try:
        weight = float(row["weight"])
    except ValueError:
        raise ResourceError(f"{where}: the weight is no number: {row['weight']!r}.") from None
    endings = tuple(tuple("" if e == "0" else e for e in row[cell].split("/")) for cell in _CELLS)
    return Paradigm(
        part=row["part"], gender=row["gender"], ends=tuple(row["ends"].split()), unless=tuple(row["unless"].split()),
        endings=endings, weight=weight,
    )  # fmt: skip
