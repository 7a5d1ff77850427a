"""What the pipeline reaches on annotated articles, held against its pinned floors.

Pin better figures with `svodka evaluate tests/gold --floors tests/quality/floors.json --pin`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluation.corpus import load_corpus
from pipeline.evaluation.evaluate import evaluate_pipeline
from pipeline.evaluation.floors import find_breaches, load_floors

TESTS = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.json")

pytestmark = [pytest.mark.model, pytest.mark.timeout(900)]


def check_floors(gold: Path) -> None:
    assert find_breaches(evaluate_pipeline(load_corpus(gold)), load_floors(FLOORS)) == []


@pytest.mark.parametrize("folder", ["gold", "gold-fresh"])
def test_own_gold_keeps_its_floors(folder: str):
    check_floors(TESTS / folder)


@pytest.mark.shared
def test_shared_gold_keeps_its_floors(shared_gold: Path):
    check_floors(shared_gold)
