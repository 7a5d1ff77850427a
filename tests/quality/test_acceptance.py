"""The press-service article of the shared gold: an analyst finds in the tables who, what, where, when, and whether.

Nothing of its text stands here; what is wanted is read from its annotation.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.evaluation.corpus import Corpus, load_corpus
from pipeline.evaluation.evaluate import Evaluation, evaluate_pipeline
from pipeline.evaluation.gold import GoldArticle

ARTICLE = "odkb-2023-11-21"
WANTED = {"meeting": 1, "session": 3}
GOOD = 0.95

pytestmark = [pytest.mark.model, pytest.mark.shared, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def corpus(shared_gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    path = shared_gold / "articles" / f"{ARTICLE}.json"
    if not path.is_file():
        pytest.skip(f"no {path}")
    folder = tmp_path_factory.mktemp("acceptance")
    shutil.copy(path, folder)
    return load_corpus(folder)


@pytest.fixture(scope="module")
def article(corpus: Corpus) -> GoldArticle:
    return corpus.articles[0]


@pytest.fixture(scope="module")
def evaluation(corpus: Corpus) -> Evaluation:
    return evaluate_pipeline(corpus)


@pytest.mark.parametrize("layer", ["mentions", "entities"])
def test_names_and_identities(evaluation: Evaluation, layer: str):
    assert evaluation.figures()[layer] >= GOOD


@pytest.mark.parametrize("layer", ["dates", "quotes", "positions"])
def test_every_date_quote_and_post_is_right(evaluation: Evaluation, layer: str):
    counts = evaluation.articles.counts[layer]
    assert (counts.right, counts.gold) == (counts.gold, {"dates": 6, "quotes": 7, "positions": 3}[layer])


def test_the_meeting_the_joint_sitting_and_both_sessions_are_exact(evaluation: Evaluation, article: GoldArticle):
    gatherings = [e for e in article.events if e.type in WANTED]
    assert {kind: sum(e.type == kind for e in gatherings) for kind in WANTED} == WANTED
    wrong = {f.start for f in evaluation.faults if f.kind != "spurious" and f.layer.split()[0] in {"event", *WANTED}}
    assert [article.text[slice(*e.trigger)] for e in gatherings if e.trigger[0] in wrong] == []
