"""A training of seconds: articles with their events in, networks that find events out."""

import csv
import json

import pytest

from pipeline.cli.train_events import weighed_articles
from pipeline.language.networks import Networks
from pipeline.training.marks import load_marks
from tests.command_line import svodka
from tests.training.tiny_articles import entity, span_of, write_article

pytestmark = pytest.mark.model
SENTENCES = [
    ("Министр Иван Орлов посетил завод.", "посетил", "visit", "Иван Орлов"),
    ("Губернатор Анна Зимина посетила школу.", "посетила", "visit", "Анна Зимина"),
    ("Пётр Лугов и губернатор подписали договор.", "подписали", "agreement", "Пётр Лугов"),
    ("Иван Орлов подписал меморандум.", "подписал", "agreement", "Иван Орлов"),
    ("Погода была ясной.", "", "", ""),
]
NETWORKS = ("triggers", "linking", "factuality")
HEADER = ["doc_id", "event", "kind", "start", "end", "type", "status"]


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(60):
        text, word, kind, name = SENTENCES[number % len(SENTENCES)]
        if not word:
            write_article(folder, number, text)
            continue
        told = {"type": kind, "trigger": span_of(text, word), "status": "occurred"}
        events = [{**told, "date": [None], "place": None, "participants": [name]}]
        write_article(folder, number, text, entities=[entity(name, "person", span_of(text, name))], events=events)
    return folder


def test_networks_learn_and_are_the_same_again(corpus, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    weights = []
    for name in ("one", "two"):
        done = svodka("train-events", corpus, "--out", tmp_path / name)
        assert done.exit_code == 0, done.output
        weights.append([(tmp_path / name / each / "weights.npz").read_bytes() for each in NETWORKS])
    assert weights[0] == weights[1]
    triggers, linking, factuality = (Networks(tmp_path / "one" / each, written_by="") for each in NETWORKS)
    assert triggers.config.answers == ("agreement", "visit")
    assert linking.config.answers == ("participant", "place", "date")
    assert min(each.config.scores["f1"] for each in (triggers, linking, factuality)) > 0.9


def test_a_folder_without_articles_is_refused(tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    done = svodka("train-events", tmp_path, "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "No gold articles" in done.output


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_text(json.dumps({"id": "n1", "text": "Вчера Иван Орлов посетил Тверь. Визит был коротким."}) + "\n")
    return path


def write_marks(path, rows):
    with path.open("w", newline="") as lines:
        csv.writer(lines).writerows([HEADER, *rows])
    return path


def test_marks_are_joined_with_their_articles(tmp_path, dump):
    rows = [
        ("n1", 0, "part", 0, 51, "", ""),
        ("n1", 1, "trigger", 17, 24, "visit", "occurred"),
        ("n1", 1, "again", 32, 37, "", ""),
        ("n1", 1, "participant", 6, 16, "", ""),
        ("n1", 1, "place", 25, 30, "", ""),
        ("n1", 1, "date", 0, 5, "", ""),
    ]
    [text] = load_marks(write_marks(tmp_path / "marks.csv", rows), [str(dump)])
    [event] = text.events
    assert (text.part, text.thorough, event.types, event.status) == ((0, 51), True, ("visit",), "occurred")
    assert [text.article.text[slice(*span)] for span in event.tellings] == ["посетил", "Визит"]
    assert [text.article.text[slice(*s)] for s in (*event.participants, *event.places, *event.dates)] == [
        "Иван Орлов", "Тверь", "Вчера",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("n2", 0, "part", 0, 9, "", "")], "1 articles of"),
        ([("n1", 0, "passage", 0, 9, "", "")], "marks.csv, line 2"),
    ],
)
def test_marks_that_cannot_be_used_are_refused(corpus, tmp_path, dump, rows, said):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    marks = write_marks(tmp_path / "marks.csv", rows)
    done = svodka("train-events", corpus, "--marks", marks, "--dump", dump, "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert said in done.output


def test_marks_want_their_dump(corpus, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    done = svodka("train-events", corpus, "--marks", tmp_path / "marks.csv", "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "--dump" in done.output


def test_articles_of_each_corpus_count_as_much_as_asked_and_passages_once(corpus, tmp_path, dump):
    rows = [("n1", 0, "part", 0, 51, "", "")]
    passages = load_marks(write_marks(tmp_path / "marks.csv", rows), [str(dump)])
    weights = [text.weight for text in weighed_articles([corpus, corpus, corpus], [5.0, 2.0])]
    each = len(weights) // 3
    assert weights == [5.0] * each + [2.0] * 2 * each
    assert [text.weight for text in passages] == [1.0]


def test_a_corpus_cannot_count_for_nothing(corpus, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    done = svodka("train-events", corpus, "--weight", "0", "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "--weight 0" in done.output
