"""A training of seconds: articles with every name marked in, a classifier of names out."""

import pytest

from pipeline.mentions.classifier.model import ANSWERS, FOLDER
from tests.command_line import svodka
from tests.training.small_networks import trained_twice
from tests.training.tiny_articles import entity, span_of, write_article

pytestmark = pytest.mark.model
SENTENCES = [
    ("Министр Иван Орлов посетил завод «Север».", {"Иван Орлов": "person", "Север": "organization"}),
    ("Анна Зимина прилетела в Тверь.", {"Анна Зимина": "person", "Тверь": "location"}),
    ("Компания «Янтарь» открыла цех в Омске.", {"Янтарь": "organization", "Омске": "location"}),
    ("Погода была ясной, сообщила районная больница.", {}),
]


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(24):
        text, names = SENTENCES[number % len(SENTENCES)]
        entities = [entity(name, kind, span_of(text, name)) for name, kind in names.items()]
        write_article(folder, number, text, entities=entities)
    return folder


def test_a_classifier_learns_and_is_the_same_again(corpus, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    learned = trained_twice(tmp_path, FOLDER, "train-names", corpus)
    assert learned.config.answers == ANSWERS
    assert learned.config.scores["f1"] > 0.9


def test_articles_without_anything_like_a_name_are_refused(tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    write_article(tmp_path, 0, "шёл дождь.")
    done = svodka("train-names", tmp_path, "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "nothing to learn from" in done.output
