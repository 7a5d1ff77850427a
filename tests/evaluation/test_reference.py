"""Our scoring gives the very figures of the reference scorer that lies beside the shared gold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.evaluation.corpus import load_corpus
from pipeline.evaluation.evaluate import evaluate_answers, evaluate_pipeline
from pipeline.evaluation.from_tables import answers_from_tables
from pipeline.evaluation.gold import load_articles
from pipeline.evaluation.trial import write_dump

from .noisy_tables import write_noisy_tables

pytestmark = pytest.mark.shared


@pytest.fixture(scope="session")
def reference(shared_gold: Path) -> Path:
    script = shared_gold.parent / "score" / "score.py"
    if not script.is_file():
        pytest.skip(f"no reference scorer in {script}")
    return script


def reference_scores(script: Path, kind: str, gold: Path, tables: Path) -> dict:
    command = [sys.executable, script, "score", kind, gold, tables]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    scores = json.loads(done.stdout)
    scores.pop("failures")
    return scores


def our_scores(gold: Path, tables: Path) -> dict:
    scores = evaluate_answers(load_corpus(gold), answers_from_tables(tables)).as_json()
    for name in ("digest", "articles", "date_sentences"):
        scores.pop(name, None)
    return scores


def test_same_figures_on_answers_with_every_kind_of_mistake(reference: Path, shared_gold: Path, tmp_path: Path):
    gold = shared_gold / "articles"
    write_noisy_tables(load_articles(gold), tmp_path)
    expected = reference_scores(reference, "gold", gold, tmp_path)
    assert 0.1 < expected["event_slots"]["f1"] < 0.9
    assert our_scores(gold, tmp_path) == expected


@pytest.mark.model
@pytest.mark.timeout(600)
def test_same_figures_on_a_real_run(reference: Path, shared_gold: Path, tmp_path: Path):
    evaluation = evaluate_pipeline(load_corpus(shared_gold), tmp_path)
    figures = evaluation.as_json()
    sentences = figures.pop("date_sentences")
    expected = reference_scores(reference, "gold", shared_gold / "articles", tmp_path / "articles")
    assert {name: figures[name] for name in expected} == expected
    assert sentences == reference_scores(reference, "dates", shared_gold / "dates.jsonl", tmp_path / "sentences")


def test_the_dump_is_what_the_reference_prepares(reference: Path, shared_gold: Path, tmp_path: Path):
    ours, theirs = tmp_path / "ours.jsonl", tmp_path / "theirs.jsonl"
    command = [sys.executable, reference, "prepare", "gold", shared_gold / "articles", theirs]
    subprocess.run(command, capture_output=True, check=True)
    write_dump(((a.id, a.text, a.given_published()) for a in load_articles(shared_gold)), ours)
    assert ours.read_bytes() == theirs.read_bytes()
