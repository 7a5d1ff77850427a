"""What the pipeline reaches on annotated articles, held against its pinned floors.

Pin better figures with `svodka evaluate tests/gold --floors tests/quality/floors.json --pin`, those of a quick reading
with `svodka evaluate tests/gold --quick --floors tests/quality/floors-quick.json --pin`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluation.corpus import load_corpus
from pipeline.evaluation.evaluate import evaluate_pipeline
from pipeline.evaluation.floors import find_breaches, load_floors

TESTS = Path(__file__).parents[1]
FLOORS = {True: Path(__file__).with_name("floors.json"), False: Path(__file__).with_name("floors-quick.json")}

pytestmark = [pytest.mark.model, pytest.mark.timeout(900)]


# Another processor sums in another order: the same weights and rules have lost up to 0.007 of a figure to it.
OF_THE_MACHINE = 0.01


def check_floors(gold: Path, *, careful: bool) -> None:
    evaluation = evaluate_pipeline(load_corpus(gold), careful=careful)
    breaches = find_breaches(evaluation, load_floors(FLOORS[careful]))
    assert [breach for breach in breaches if breach.reached < breach.floor - OF_THE_MACHINE] == []


@pytest.mark.parametrize("folder", ["gold", "gold-fresh", "gold-own/test", "gold-second/test"])
def test_own_gold_keeps_its_floors(folder: str):
    check_floors(TESTS / folder, careful=True)


@pytest.mark.parametrize("folder", ["gold", "gold-fresh"])
def test_own_gold_keeps_the_floors_of_a_quick_reading(folder: str):
    check_floors(TESTS / folder, careful=False)


@pytest.mark.shared
@pytest.mark.parametrize("careful", [True, False])
def test_shared_gold_keeps_its_floors(shared_gold: Path, careful: bool):
    check_floors(shared_gold, careful=careful)
