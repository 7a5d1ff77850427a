"""A training of seconds: annotated articles in, a network that reads out."""

import json

import pytest

from pipeline.events.triggers.model import TriggerModel
from tests.command_line import svodka

pytestmark = pytest.mark.model
SENTENCES = [
    ("Министр посетил завод.", "посетил", "visit"),
    ("Губернатор посетил школу.", "посетил", "visit"),
    ("Стороны подписали договор.", "подписали", "agreement"),
    ("Страны подписали меморандум.", "подписали", "agreement"),
    ("Погода была ясной.", "", ""),
]


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(30):
        text, word, kind = SENTENCES[number % len(SENTENCES)]
        start = text.index(word)
        events = [
            {
                "type": kind, "trigger": [start, start + len(word)], "status": "occurred", "date": [None], "place": None,
                "participants": [],
            }
        ] if word else []  # fmt: skip
        article = {
            "id": f"a{number}", "text": text, "entities": [], "dates": [], "events": events, "quotes": [], "positions": [],
        }  # fmt: skip
        (folder / f"a{number}.json").write_text(json.dumps(article), encoding="utf-8")
    return folder


def test_a_network_learns_and_is_the_same_again(corpus, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    weights = []
    for name in ("one", "two"):
        done = svodka("train-triggers", corpus, "--out", tmp_path / name)
        assert done.exit_code == 0, done.output
        weights.append((tmp_path / name / "weights.npz").read_bytes())
    assert weights[0] == weights[1]
    model = TriggerModel(tmp_path / "one")
    assert model.config.types == ("agreement", "visit")
    assert model.config.scores["f1"] > 0.9


def test_a_folder_without_articles_is_refused(tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    done = svodka("train-triggers", tmp_path, "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "No gold articles" in done.output
