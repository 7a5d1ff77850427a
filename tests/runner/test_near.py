"""Reprints count once if asked for, the same ones whatever the workers and however often a run was stopped."""

import csv
import sqlite3
import sys

import pytest

from benchmarks.chaos import differences
from benchmarks.varied import sample_sentences
from pipeline.errors import InputError
from tests.runner.test_resume import dump, start, stop

pytest.importorskip("datasketch")
from pipeline.runner.near import Reprints, shingles, signature_of

SENTENCES = sample_sentences()
LONG = " ".join(SENTENCES[:8])
OTHER = " ".join(SENTENCES[20:28])


def near(texts, share=0.8):
    database = sqlite3.connect(":memory:")
    reprints = Reprints(database, 0, share)
    found = [reprints.first_like(text, f"d{number}".encode()).decode() for number, text in enumerate(texts)]
    database.close()
    return found


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        ([LONG, LONG + " Об этом сообщает агентство."], ["d0", "d0"]),
        ([LONG, LONG.upper()], ["d0", "d0"]),
        ([LONG, OTHER], ["d0", "d1"]),
        ([LONG, OTHER, OTHER + " Фото редакции.", LONG + " Фото редакции."], ["d0", "d1", "d1", "d0"]),
        (["Курс доллара вырос.", "Курс доллара вырос!"], ["d0", "d1"]),  # too short to tell
    ],
)
def test_most_of_the_wording_makes_a_reprint(texts, first):
    assert near(texts) == first


def test_the_signature_estimates_the_words_in_common():
    one, two = shingles(LONG), shingles(" ".join(SENTENCES[:7]))
    true = len(one & two) / len(one | two)
    estimated = (signature_of(one) == signature_of(two)).mean()
    assert abs(true - estimated) < 0.15


def reprints(path):
    return dump(path, range(70), LONG + " Номер {}.")


def statuses(out):
    with (out / "documents.csv").open(encoding="utf-8", newline="") as handle:
        return {(row["status"], row["duplicate_of"]) for row in csv.DictReader(handle)}


def test_reprints_are_read_once_if_asked_for(annotators, tmp_path):
    source = reprints(tmp_path / "a.jsonl")
    assert start(annotators, [source], tmp_path / "all").statuses == {"ok": 70}
    assert start(annotators, [source], tmp_path / "once", near_duplicates=0.8).statuses == {"duplicate": 69, "ok": 1}
    assert statuses(tmp_path / "once") == {("ok", ""), ("duplicate", "d0")}
    stop(annotators, [source], tmp_path / "stopped", after=32, near_duplicates=0.8)
    start(annotators, [source], tmp_path / "stopped", near_duplicates=0.8, workers=2)
    assert differences(tmp_path / "once", tmp_path / "stopped") == []


def test_reprints_of_an_earlier_dump(annotators, tmp_path):
    out, second = tmp_path / "out", dump(tmp_path / "b.jsonl", ["x"], LONG + " Ещё одна перепечатка {}.")
    start(annotators, [reprints(tmp_path / "a.jsonl")], out, near_duplicates=0.8)
    assert start(annotators, [second], out, near_duplicates=0.8, add=True).statuses == {"duplicate": 70, "ok": 1}


def test_without_datasketch_the_extra_is_named(annotators, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "datasketch", None)
    monkeypatch.delitem(sys.modules, "pipeline.runner.near")
    with pytest.raises(InputError, match=r"svodka\[near\]"):
        start(annotators, [reprints(tmp_path / "a.jsonl")], tmp_path / "out", near_duplicates=0.8)
