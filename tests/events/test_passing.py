"""What is told in passing gives no record, what is told for its own sake gives one: pairs of texts for each rule."""

import datetime as dt

import pytest

from pipeline.assembly import read_articles
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

pytestmark = pytest.mark.model

# type of the event, what tells it in passing, what tells it for its own sake
PAIRS = [
    # a question
    ("competition", "— Как вы оцениваете победу «Зари» в Минске?", "«Заря» одержала победу в Минске."),
    # words of a speaker that name nobody
    ("investigation", "«Все фонды проверены», — сказал Иван Орлов.", "Полиция проверила фонды музея «Заря»."),
    ("accident", "«Аварии не было», — сказал Иван Орлов.", "Авария произошла в Уфе."),
    # what speakers want or did of themselves alone
    ("request", "— Мы просили увидеть всё, — сказала Анна Зимина.", "Анна Зимина просила увидеть всё."),
    # only asked for
    ("arrest", "Прокурор попросил арестовать Ивана Орлова.", "Суд арестовал Ивана Орлова."),
    # no more than thought of
    ("law", "Закон не требовал принятия решения.", "Дума обсудит принятие закона 25 ноября."),
    ("arrest", "Попытка арестовать Ивана Орлова провалилась.", "Ивана Орлова арестовали."),
    # what would or should have been
    ("retreat", "«Хочу, чтобы меня отпустили», — сказал Иван Орлов.", "Ивана Орлова отпустили."),
    ("support", "Анна Зимина только поддержала бы идею.", "Анна Зимина поддержала идею."),
    # what was usual
    ("attack", "Их избивали за курение.", "Ивана Орлова избили за курение."),
    # which one is meant
    ("death", "Отец погибшего мотоциклиста Иван Орлов уехал.", "Иван Орлов погиб."),
    # a row of games
    ("competition", "За последние восемь матчей «Заря» забила мяч.", "Матч «Зари» с «Полётом» прошёл в Минске."),
    # a circumstance of something else
    ("competition", "На турнире Иван Орлов улыбнулся.", "Турнир прошёл в Минске."),
    ("competition", "Иван Орлов был судьёй матча.", "Матч выиграла «Заря» из Минска."),
]


def types_of(nlp, text: str) -> set[str]:
    article = Article(text=text, lines=find_lines(text), published=dt.date(2023, 11, 21))
    doc = next(iter(read_articles(nlp, [article])))
    return {event.type for event in doc._.events}


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize(("kind", "passing", "told"), PAIRS)
def test_what_is_told_in_passing_is_no_record(nlp, kind, passing, told):
    assert kind not in types_of(nlp, passing)
    assert kind in types_of(nlp, told)


def test_what_the_networks_are_sure_of_is_a_record_whatever_the_rules_say(nlp):
    assert "competition" in types_of(nlp, "На турнире Иван Орлов улыбнулся.")
    assert "competition" not in types_of(nlp, "— Как вы оцениваете победу «Зари» в Минске?"), "but for a question"


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("competition", "После матча 20 ноября Иван Орлов подал в отставку."),  # it has a day
        ("dismissal", "После отставки Ивана Орлова завод закрыли."),  # what befell a person
        ("conflict", "Ирак ввязался в войну с Ираном."),  # the verb only tells that one takes part
        ("meeting", "На переговорах Китая с Индией достигнуто согласие."),  # those who met are named
        ("visit", "Анна Зимина призвала Ивана Орлова посетить Минск."),  # who and where
    ],
)
def test_what_says_who_or_when_is_told_for_its_own_sake(nlp, kind, text):
    assert kind in types_of(nlp, text)
