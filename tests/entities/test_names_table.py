"""Names of all kinds in all cases come back to their nominative."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.evidence import Evidence
from pipeline.entities.people.display import full_name
from pipeline.entities.people.forms import read_parts
from pipeline.entities.people.identity import find_people
from pipeline.entities.people.person import PersonMention

ROWS = list(csv.DictReader((Path(__file__).parent / "names.csv").read_text(encoding="utf-8").splitlines()))


def evidence(case, gender):
    """What an ideal tagger says: the case, and the gender where the name alone does not tell."""
    genders = {"m": 0.5, "f": 0.5} if not gender else {"m": 0.05, "f": 0.05} | {gender: 0.9}
    return Evidence(cases=dict.fromkeys(CASES, 0.08) | {case: 1.0}, genders=genders)


def nominative(surface, case, gender):
    mention = PersonMention(index=0, form=read_parts(surface), evidence=evidence(case, gender))
    [person] = find_people([mention])
    return full_name(person)


def is_right(row):
    found = nominative(row["surface"], row["case"], row["gender"])
    return found.replace("ё", "е") == row["expected"].replace("ё", "е")


def test_the_table_is_brought_to_the_nominative():
    right = [row for row in ROWS if is_right(row)]
    kinds, right_kinds = (Counter(row["kind"] for row in rows) for rows in (ROWS, right))
    for kind, count in sorted(kinds.items()):
        print(f"{kind:<12} {right_kinds[kind]:>3} of {count:>3}")
    assert len(ROWS) >= 650
    assert len(right) >= 0.99 * len(ROWS), [row["surface"] for row in ROWS if row not in right]


@pytest.mark.parametrize("row", ROWS[::10], ids=lambda row: row["surface"])
def test_a_nominative_stays(row):
    assert nominative(row["expected"], "Nom", row["gender"]).replace("ё", "е") == row["expected"].replace("ё", "е")
