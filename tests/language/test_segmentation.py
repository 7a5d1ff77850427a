"""Blocks of a page: wrapped lines and links on lines of their own belong to their sentence."""

import pytest

from pipeline.language.layout import find_lines
from pipeline.language.segmentation import split_sentences

BODY = "Переговоры прошли в Минске."


def sentences(text):
    return [text[s.tokens[0][0] : s.tokens[-1][1]] for s in split_sentences(text, find_lines(text))]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "Встреча прошла \nв Минске\n, сообщили в посольстве.",
            ["Встреча прошла \nв Минске\n, сообщили в посольстве."],
        ),
        (
            "Встреча прошла, сообщает \nReuters\n со ссылкой на посла.",
            ["Встреча прошла, сообщает \nReuters\n со ссылкой на посла."],
        ),
        (
            "Встреча прошла, сообщает \nReuters\n. Её готовили год.",
            ["Встреча прошла, сообщает \nReuters\n.", "Её готовили год."],
        ),
        ("Посла принял \nминистр\n Орлов.", ["Посла принял \nминистр\n Орлов."]),
        ("Депутат встретился с\nОлегом Орловым.", ["Депутат встретился с\nОлегом Орловым."]),
        ("Зерно и уголь\nМинистры встретились в Минске.", ["Зерно и уголь", "Министры встретились в Минске."]),
        ("Министры встретились\n Орлов приехал последним.", ["Министры встретились", "Орлов приехал последним."]),
        ("Министры\nвстретились\n\nв Минске.", ["Министры\nвстретились", "в Минске."]),
    ],
)
def test_sentences_of_broken_lines(page, expected):
    assert sentences(f"{BODY}\n{page}\n{BODY}") == [BODY, *expected, BODY]


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("Об этом сообщил и. о. мэра Твери Пётр Сизов.", "и. о."),
        ("И.о. министра назначен Орлов.", "И.о."),
        ("Прибыл зам. главы Твери.", "зам."),
        ("Ген. директор ушёл.", "Ген."),
        ("Это ст. 105 кодекса.", None),
        ("Указ вручил И. О. Орлов.", None),  # initials
        ("Выступили Орлов и О. Сизов.", None),
    ],
)
def test_clipped_word_of_a_post_is_one_token(text, token):
    tokens = [text[slice(*t)] for s in split_sentences(text, find_lines(text)) for t in s.tokens]
    assert [t for t in tokens if len(t) > 2 and t.endswith(".")] == ([token] if token else [])


WRAPPED = """Министры обсудили в столице вопросы торговли и договорились
встретиться ещё раз в начале осени, сообщили в министерстве.
Во встрече принял участие глава внешнеполитического ведомства
Армении Арарат Мирзоян. Через день он встретился с премьером
Николом Пашиняном и посетил музей, а затем вылетел обратно на
родину."""


def test_sentences_of_a_text_that_is_wrapped_throughout():
    assert sentences(WRAPPED) == [
        "Министры обсудили в столице вопросы торговли и договорились\nвстретиться ещё раз в начале осени, сообщили в министерстве.",
        "Во встрече принял участие глава внешнеполитического ведомства\nАрмении Арарат Мирзоян.",
        "Через день он встретился с премьером\nНиколом Пашиняном и посетил музей, а затем вылетел обратно на\nродину.",
    ]
