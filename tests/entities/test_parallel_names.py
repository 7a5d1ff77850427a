"""Names in Latin letters: a name of their own, or the same one as the Russian name that they stand behind."""

import pytest

from pipeline.entities.phrases.abbreviations import find_parallel_names
from pipeline.entities.phrases.folding import is_latin
from pipeline.records.annotations import Mention


def mention(text, name, kind="person"):
    start = text.index(name)
    return Mention(start=start, end=start + len(name), text=name, type=kind, kind="name", source="test")


@pytest.mark.parametrize(
    ("text", "first", "second", "kind"),
    [
        ("Журналист Джон Уолтон (John Walton) уехал.", "Джон Уолтон", "John Walton", "person"),
        ("Доклад «Северного фонда» (Northern Fund) вышел.", "Северного фонда", "Northern Fund", "organization"),
    ],
)
def test_a_latin_name_in_brackets_is_the_russian_one_before(text, first, second, kind):
    assert find_parallel_names(text, [mention(text, first, kind), mention(text, second, kind)]) == {1: 0}


def test_a_body_in_brackets_behind_a_man_is_not_he():
    text = "Джон Уолтон (Northern Fund) уехал."
    assert not find_parallel_names(text, [mention(text, "Джон Уолтон"), mention(text, "Northern Fund", "organization")])


def test_two_latin_names_are_not_joined():
    text = "John Walton (Mary Hill) уехал."
    assert not find_parallel_names(text, [mention(text, "John Walton"), mention(text, "Mary Hill")])


@pytest.mark.parametrize(("name", "latin"), [("Jürgen Wåhl", True), ("Джон", False), ("50", False), ("Иvan", False)])
def test_letters(name, latin):
    assert is_latin(name) is latin


@pytest.mark.model
def test_people_in_latin_letters_keep_their_names_apart(nlp):
    doc = nlp("С докладом выступили J. Walton и P. Hill. Позже J. Walton встретился с журналистами.")
    people = [(e.name, sum(m.entity == e.key for m in doc._.mentions)) for e in doc._.entities if e.type == "person"]
    assert people == [("J. Walton", 2), ("P. Hill", 1)]


@pytest.mark.model
def test_a_latin_name_in_brackets_is_the_english_name(nlp):
    doc = nlp("Об этом рассказал журналист Джон Уолтон (John Walton). Уолтон добавил, что вернётся в Минск.")
    (person,) = [e for e in doc._.entities if e.type == "person"]
    assert (person.name, person.name_en) == ("Джон Уолтон", "John Walton")
    assert sum(m.entity == person.key for m in doc._.mentions) == 3
