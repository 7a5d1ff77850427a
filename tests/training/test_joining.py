"""A training of seconds: passages with every telling marked in, a network that joins tellings out."""

import csv
import json

import pytest

from pipeline.events.joining.model import ANSWERS, FOLDER
from tests.command_line import svodka
from tests.training.small_networks import trained_twice

pytestmark = pytest.mark.model
HEADER = ["doc_id", "event", "kind", "start", "end", "type", "status"]
ONE = "Министр Иван Орлов посетил Тверь. Визит министра в Тверь был коротким."
TWO = "Министр Иван Орлов посетил Тверь. Анна Зимина посетила Омск."


def marks_of(doc_id, text):
    """The part, the first visit, and what the second sentence tells: the same one again, or another."""
    second = ("Визит", "again", 1) if "Визит" in text else ("посетила", "trigger", 2)
    for word, kind, number in (("посетил", "trigger", 1), second):
        start = text.rindex(word) if word == "посетила" else text.index(word)
        named = ("visit", "occurred") if kind == "trigger" else ("", "")
        yield (doc_id, number, kind, start, start + len(word), *named)


@pytest.fixture
def marked(tmp_path):
    with (tmp_path / "marks.csv").open("w", newline="") as lines, (tmp_path / "dump.jsonl").open("w") as dump:
        writer = csv.writer(lines)
        writer.writerow(HEADER)
        for number in range(24):
            text = f"{(ONE, TWO)[number % 2]} Статья {number}."
            dump.write(json.dumps({"id": f"n{number}", "text": text}) + "\n")
            writer.writerow((f"n{number}", 0, "part", 0, len(text), "", ""))
            writer.writerows(marks_of(f"n{number}", text))
    return tmp_path / "marks.csv", tmp_path / "dump.jsonl"


def test_a_network_learns_and_is_the_same_again(marked, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    marks, dump = marked
    learned = trained_twice(tmp_path, FOLDER, "train-joining", marks, "--dump", dump)
    assert learned.config.answers == ANSWERS
    assert learned.config.scores["f1"] > 0.9


def test_passages_that_tell_nothing_twice_are_refused(marked, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    _, dump = marked
    marks = tmp_path / "quiet.csv"
    marks.write_text(",".join(HEADER) + "\nn0,0,part,0,9,,\n")
    done = svodka("train-joining", marks, "--dump", dump, "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "nothing to learn from" in done.output
