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
