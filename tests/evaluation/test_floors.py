"""Floors go up freely, and down only when asked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import InputError, OutputError
from pipeline.evaluation.answers import Answers
from pipeline.evaluation.evaluate import Evaluation
from pipeline.evaluation.floors import find_breaches, load_floors, pin_floors
from pipeline.evaluation.scores import score_articles

from .examples import gold_article, right_answers

GOOD, FAIR = right_answers(), replace(right_answers(), events=(), mentions=right_answers().mentions[:4])


def evaluation(answers: Answers, digest: str = "d1") -> Evaluation:
    return Evaluation(digest=digest, articles=score_articles([gold_article()], {"tver": answers}), sentences=None)


def test_a_figure_below_its_floor_is_a_breach(tmp_path: Path):
    path = tmp_path / "floors.json"
    pin_floors(evaluation(GOOD), path)
    assert find_breaches(evaluation(GOOD), load_floors(path)) == []
    assert "events_found" in {breach.figure for breach in find_breaches(evaluation(FAIR), load_floors(path))}


def test_floors_are_rounded_down(tmp_path: Path):
    pinned = pin_floors(evaluation(FAIR), tmp_path / "floors.json")
    assert pinned["mentions"] == 0.75 and pinned["entities"] == 0.85  # 3 of 5 spans, 3 of 4 entities


def test_a_floor_is_lowered_only_when_asked(tmp_path: Path):
    path = tmp_path / "floors.json"
    pin_floors(evaluation(GOOD), path)
    with pytest.raises(OutputError, match="--lower"):
        pin_floors(evaluation(FAIR), path)
    assert load_floors(path)["d1"]["events_found"] == 1.0
    pin_floors(evaluation(FAIR), path, lower=True)
    assert load_floors(path)["d1"]["events_found"] == 0.0


def test_another_annotation_has_no_floors(tmp_path: Path):
    path = tmp_path / "floors.json"
    pin_floors(evaluation(GOOD), path)
    with pytest.raises(InputError, match="--pin"):
        find_breaches(evaluation(GOOD, digest="d2"), load_floors(path))
    pin_floors(evaluation(FAIR, digest="d2"), path)
    assert set(load_floors(path)) == {"d1", "d2"}


def test_a_file_that_holds_no_floors(tmp_path: Path):
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(["mentions"]), encoding="utf-8")
    with pytest.raises(InputError, match="holds no floors"):
        load_floors(path)
