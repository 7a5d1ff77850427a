"""Which mentions of an article are one person."""

import pytest

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.evidence import Evidence
from pipeline.entities.people.display import full_name
from pipeline.entities.people.forms import read_parts
from pipeline.entities.people.identity import find_people
from pipeline.entities.people.person import PersonForm, PersonMention


def mentions(*texts):
    """Mentions in the order of the text; «Реутова|Nom|f» says what the tagger sees."""
    return [mention(index, *text.split("|")) for index, text in enumerate(texts)]


def mention(index, text, case="Nom", gender=""):
    genders = {"m": 0.5, "f": 0.5} if not gender else {"m": 0.05, "f": 0.05} | {gender: 0.9}
    evidence = Evidence(cases=dict.fromkeys(CASES, 0.08) | {case: 1.0}, genders=genders)
    return PersonMention(index=index, form=read_parts(text), evidence=evidence)


def people(*texts):
    return {full_name(person): sorted(person.mentions) for person in find_people(mentions(*texts))}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Имангали Тасмагамбетов", PersonForm(first="Имангали", last="Тасмагамбетов")),
        ("Лукашенко Александр", PersonForm(first="Александр", last="Лукашенко")),
        ("Асель Болатовна", PersonForm(first="Асель", patronymic="Болатовна")),
        ("Иван Рабинович", PersonForm(first="Иван", last="Рабинович")),
        ("Жаксыбаев С.К.", PersonForm(last="Жаксыбаев", initials=("С", "К"))),
        ("С.К.Жаксыбаев", PersonForm(last="Жаксыбаев", initials=("С", "К"))),
        ("Бакыт уулу Нурлан", PersonForm(first="Нурлан", last="Бакыт уулу")),
        ("Ли Дон Хёк", PersonForm(first="Дон Хёк", last="Ли", east=True)),
        ("Инна Ли", PersonForm(first="Инна", last="Ли")),
        ("Урсула фон дер Ляйен", PersonForm(first="Урсула", last="фон дер Ляйен")),
        ("Пётр I", PersonForm(first="Пётр", numeral="I")),
        ("ЛУКАШЕНКО", PersonForm(lone="Лукашенко")),
        ("Ахметжановым-младшим", PersonForm(lone="Ахметжановым", generation="младш")),
    ],
)
def test_parts_of_a_name(text, parts):
    assert read_parts(text) == parts


def test_all_forms_of_one_name_meet():
    assert people("Александром Лукашенко|Ins", "Лукашенко", "А. Г. Лукашенко", "Александр Григорьевич") == {
        "Александр Григорьевич Лукашенко": [0, 1, 2, 3]
    }


def test_a_lone_form_settles_an_ambiguous_full_name():
    assert people("Имангали Тасмагамбетова|Gen", "Тасмагамбетов") == {"Имангали Тасмагамбетов": [0, 1]}


def test_who_has_several_given_names_goes_by_the_first():
    assert people("Стивен Хокинг", "Стивен Уильям Хокинг", "Стивена|Gen|m") == {"Стивен Уильям Хокинг": [0, 1, 2]}


def test_husband_and_wife_stay_two():
    assert people("Павел Реутов", "Ольга Реутова", "Реутова|Gen|m", "Реутовой|Dat|f") == {
        "Павел Реутов": [0, 2],
        "Ольга Реутова": [1, 3],
    }


def test_a_shared_surname_goes_to_the_one_named_last():
    assert people("Арман Степанян", "Лусине Степанян", "Степанян|Nom|f")["Лусине Степанян"] == [1, 2]


def test_initials_tell_namesakes_apart():
    assert people("Станислав Ковальчук", "Андрей Ковальчук", "С.Ковальчук") == {
        "Станислав Ковальчук": [0, 2],
        "Андрей Ковальчук": [1],
    }


def test_different_patronymics_are_different_people():
    assert len(people("Олег Ильич Таранов", "Олег Петрович Таранов")) == 2


def test_a_patronymic_that_no_list_knows_is_told_by_the_article():
    assert people("Акылбек Сыдыгалиев", "Акылбек Токтогулович") == {"Акылбек Токтогулович Сыдыгалиев": [0, 1]}
    assert len(people("Душан Влахович", "Душан Иванов")) == 2


def test_a_middle_name_may_be_left_out():
    assert people("Стивен Хокинг", "Стивен Уильям Хокинг", "Хокинга|Gen") == {"Стивен Уильям Хокинг": [0, 1, 2]}


def test_east_asian_names_keep_their_order():
    assert people("Ван Цзяньминя|Gen", "Ван") == {"Ван Цзяньминь": [0, 1]}


def test_latin_names_stay_as_they_are():
    assert people("Daniel McPartlan", "McPartlan") == {"Daniel McPartlan": [0, 1]}
