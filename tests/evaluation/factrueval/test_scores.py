"""A text of our own in the format of the track, with answers that are right, partly right and wrong."""

import re

import pytest

from pipeline.errors import InputError
from pipeline.evaluation.factrueval.files import load_texts
from pipeline.evaluation.factrueval.names import NameAnswer, score_names
from pipeline.evaluation.factrueval.objects import ObjectAnswer, is_same, score_objects

TEXT = "Глава клуба «Полёт» Иван Зорин живёт в городе Минске."
SPANS = {  # id: type, first word, number of words
    1: ("org_descr", "клуба", 1),
    2: ("org_name", "Полёт", 1),
    3: ("name", "Иван", 1),
    4: ("surname", "Зорин", 1),
    5: ("loc_descr", "городе", 1),
    6: ("loc_name", "Минске", 1),
}
OBJECTS = "10 Org 2 1 # Полёт клуба\n11 Person 3 4 # Иван Зорин\n12 LocOrg 6 5 # Минске городе\n"
COREF = "1 10\ndescriptor клуб\nname Полёт\n\n2 11\nfirstname Иван\nlastname Зорин\n\n3 12\nname Минск\nwikidata \n"


@pytest.fixture
def folder(tmp_path):
    words = re.findall(r"\w+|[^\w\s]", TEXT)
    starts, at = [], 0
    for word in words:
        at = TEXT.index(word, at)
        starts.append(at)
        at += len(word)
    tokens = [f"{i} {s} {len(w)} {w}" for i, (s, w) in enumerate(zip(starts, words, strict=True))]
    spans = []
    for key, (kind, word, count) in SPANS.items():
        i = words.index(word)
        spans.append(f"{key} {kind} {starts[i]} {len(word)} {i} {count}  # {i} {word}")
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "one.tokens").write_text("\n".join(tokens) + "\n", encoding="utf-8")
    (tmp_path / "one.spans").write_text("\n".join(spans) + "\n", encoding="utf-8")
    (tmp_path / "one.objects").write_text(OBJECTS, encoding="utf-8")
    (tmp_path / "one.coref").write_text(COREF, encoding="utf-8")
    return tmp_path


def name(words, kind):
    start = TEXT.index(words)
    return NameAnswer(start=start, end=start + len(words), type=kind)


def counts(score, kind):
    found = score.counts[kind]
    return found.right, found.predicted, found.gold


def test_a_descriptive_word_may_be_in_the_answer_or_not(folder):
    (text,) = load_texts(folder)
    for answer in ("Полёт", "клуба «Полёт»"):
        assert counts(score_names(text, [name(answer, "organization")]), "organization") == (1.0, 1, 1)


def test_a_missing_word_and_one_too_much_cost_their_share(folder):
    (text,) = load_texts(folder)
    assert counts(score_names(text, [name("Зорин", "person")]), "person") == (0.5, 1, 1)
    assert counts(score_names(text, [name("Иван Зорин живёт", "person")]), "person") == (pytest.approx(2 / 3), 1, 1)


def test_another_type_is_both_missed_and_too_much(folder):
    (text,) = load_texts(folder)
    score = score_names(text, [name("Минске", "organization")])
    assert counts(score, "location") == (0, 0, 1)
    assert counts(score, "organization") == (0, 1, 1)
    assert {(f.wanted, f.got) for f in score.faults if f.type == "organization"} == {
        ("клуба Полёт", ""),
        ("", "Минске"),
    }


def test_an_answer_inside_another_one_is_not_asked_for(folder):
    (text,) = load_texts(folder)
    outer, inner = name("городе Минске", "location"), name("Минске", "location")
    assert counts(score_names(text, [outer, inner]), "location") == (1.0, 1, 1)


def test_objects_are_right_by_their_attributes(folder):
    (text,) = load_texts(folder)
    answers = [
        ObjectAnswer(type="organization", attributes=(("name", "клуб «Полёт»"),)),
        ObjectAnswer(type="person", attributes=(("firstname", "Иван"), ("lastname", "Зоринский"))),
        ObjectAnswer(type="location", attributes=(("name", "Пинск"),)),
        ObjectAnswer(type="location", attributes=(("name", "Гродненская область"),)),
    ]
    score = score_objects(text, answers)
    assert counts(score, "organization") == (1.0, 1, 1)
    assert counts(score, "person") == (pytest.approx(1 / 3), 1, 1)
    assert counts(score, "location") == (1.0, 2, 1)


@pytest.mark.parametrize(("value", "same"), [("Минска", True), ("Минск", True), ("Мин", True), ("Минусинск", False)])
def test_two_letters_may_differ(value, same):
    assert is_same(value, {"минск"}) is same


def test_a_folder_without_texts_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"no \.objects files"):
        list(load_texts(tmp_path))


def test_a_short_line_is_refused_with_its_number(folder):
    (folder / "one.objects").write_text("10 Org 2\n11 Person\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"one\.objects: line 2"):
        list(load_texts(folder))
