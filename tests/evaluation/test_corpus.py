"""What counts as a gold corpus, and what is said where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.evaluation.answers import Answers, MentionAnswer
from pipeline.evaluation.corpus import load_corpus
from pipeline.evaluation.date_scores import score_sentences

from .examples import gold_article

SENTENCES = """\
{"id": "a", "published": "2024-03-06", "text": "Это было вчера.", "span": "вчера", "values": ["2024-03-05"]}

{"id": "b", "published": "2024-03-06", "text": "Дом 12 стоит.", "span": null, "values": null}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "tver.json").write_text(gold_article().model_dump_json(), encoding="utf-8")
    (tmp_path / "dates.jsonl").write_text(SENTENCES, encoding="utf-8")
    return tmp_path


def test_a_folder_holds_articles_and_date_sentences(folder: Path):
    corpus = load_corpus(folder)
    assert corpus.articles == (gold_article(),)
    assert [sentence.span for sentence in corpus.sentences] == ["вчера", None]


def test_the_digest_changes_with_the_annotation_not_with_the_layout(folder: Path):
    before = load_corpus(folder).digest
    path = folder / "articles" / "tver.json"
    path.write_text(gold_article().model_dump_json(indent=2), encoding="utf-8")
    assert load_corpus(folder).digest == before
    path.write_text(path.read_text(encoding="utf-8").replace("Ладога", "Ладожка"), encoding="utf-8")
    assert load_corpus(folder).digest != before


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [("absent", None, "There is no"), ("bad.jsonl", '{"id": 1}\n', "bad.jsonl is no file of date sentences")],
)
def test_complaints_name_the_file(tmp_path: Path, name: str, content: str | None, complaint: str):
    if content:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=complaint):
        load_corpus(tmp_path / name)


def test_an_empty_folder_and_a_broken_article(tmp_path: Path):
    with pytest.raises(InputError, match="No gold articles"):
        load_corpus(tmp_path)
    (tmp_path / "broken.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.json is no gold article"):
        load_corpus(tmp_path)


def test_sentences_are_right_missed_wrong_or_spurious(folder: Path):
    sentences = load_corpus(folder).sentences

    def found(start: int, end: int, value: str) -> Answers:
        return Answers(mentions=(MentionAnswer(start=start, end=end, type="date", kind="", value=value),))

    right = score_sentences(sentences, {"a": found(9, 14, "2024-03-05")})
    assert (right.right, right.accuracy) == (2, 1.0)
    bad = score_sentences(sentences, {"a": found(9, 14, "2024-03-04"), "b": found(4, 6, "2012")})
    assert (bad.right, bad.missed, bad.wrong, bad.spurious) == (0, 0, 1, 1)
    assert score_sentences(sentences, {}).missed == 1
