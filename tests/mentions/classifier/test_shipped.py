"""The shipped classifier on sentences that the finders alone get wrong, and what it must not touch."""

import pytest

from pipeline.mentions.candidates import Words
from pipeline.mentions.classifier.model import ANSWERS, shipped_classifier
from pipeline.mentions.classifier.spans import find_proposed
from pipeline.mentions.finder import find_all_names
from pipeline.mentions.gazetteer_in_use import is_own, own_gazetteer
from pipeline.user_files import user_file
from tests.mentions.marked import mark, named, unmark

pytestmark = pytest.mark.model
SENTENCES = [
    "Вчера в [Мао]L прошла встреча старейшин, туда приехали [Салем аль-Гаммуди]P и [Идрис Кошали]P.",
    "Жителей [Сафедоба]L вывезли вертолётами.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_names_are_of_the_right_kind(nlp, marked):
    text, spans = unmark(marked)
    assert mark(text, named(nlp(text)._.mentions)) == mark(text, spans)


def test_its_answers_are_those_that_the_code_knows():
    assert shipped_classifier().config.answers == ANSWERS


def test_confidence_is_its_probability(nlp):
    doc = nlp("Вчера в Твери прошла встреча Олега Сомова с избирателями.")
    assert all(0.5 < m.confidence <= 1 for m in doc._.mentions if m.kind == "name")


def test_each_name_is_proposed_once_and_without_its_first_word(nlp):
    doc = nlp("Речь произнесла жительница Лангари Шо Зулайхо Назарова.")
    words = Words(doc)
    found = find_all_names(words)
    proposed = find_proposed(words, found, doc._.reading)
    spans = [each.span for each in proposed]
    assert len(spans) == len(set(spans)) and spans == sorted(spans)
    assert {c.span for c in found.selected} <= set(spans)
    for name in found.selected:
        if name.last - name.first > 1:
            assert (name.first + 1, name.last) in spans


def test_a_name_of_the_users_own_stays(nlp, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("key,name\nbody-palata,Кисельная палата\n", encoding="utf-8")
    text = "Кандидата увезли в Кисельную палату."
    with own_gazetteer([user_file(path)]):
        assert is_own("body-palata") and not is_own("body-odkb")
        assert [m.gazetteer for m in nlp(text)._.mentions if m.kind == "name"] == ["body-palata"]
    assert not is_own("body-palata")
