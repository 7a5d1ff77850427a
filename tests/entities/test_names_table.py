"""Names of all kinds in all cases come back to their nominative."""

import csv
from pathlib import Path

import pytest

from pipeline.entities.context import Evidence
from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.people.display import full_name
from pipeline.entities.people.forms import read_parts
from pipeline.entities.people.identity import PersonMention, find_people

ROWS = list(csv.DictReader((Path(__file__).parent / "names.csv").read_text(encoding="utf-8").splitlines()))


def evidence(case, gender):
    """What an ideal tagger says: the case, and the gender where the name alone does not tell."""
    genders = {"m": 0.5, "f": 0.5} if not gender else {"m": 0.05, "f": 0.05} | {gender: 0.9}
    return Evidence(cases=dict.fromkeys(CASES, 0.08) | {case: 1.0}, genders=genders)


def nominative(surface, case, gender):
    mention = PersonMention(index=0, form=read_parts(surface), evidence=evidence(case, gender))
    [person] = find_people([mention])
    return full_name(person)


def test_the_table_is_brought_to_the_nominative():
    wrong = [
        (row["surface"], row["expected"], found)
        for row in ROWS
        if (found := nominative(row["surface"], row["case"], row["gender"])).replace("ё", "е")
        != row["expected"].replace("ё", "е")
    ]
    assert len(wrong) <= 0.01 * len(ROWS), wrong


@pytest.mark.parametrize("row", ROWS[::10], ids=lambda row: row["surface"])
def test_a_nominative_stays(row):
    assert nominative(row["expected"], "Nom", row["gender"]).replace("ё", "е") == row["expected"].replace("ё", "е")
