"""Stretches in quotation marks: outer ones only, nested marks inside, speech over paragraphs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.quotes.marks import find_marked


def lines_of(text):
    at, lines = 0, []
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


def stretches(text):
    return [text[m.start : m.end] for m in find_marked(text, lines_of(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Завод «Заря» закрыт.", ["Заря"]),
        ("«Едем», — сказал он. «Пора».", ["Едем", "Пора"]),
        ("«Мы читали „Зарю“ вчера», — сказал он.", ["Мы читали „Зарю“ вчера"]),
        ("«Мы купим завод «Заря» весной», — сказал он.", ["Мы купим завод «Заря» весной"]),
        ("«Мы купим завод «Заря», — сказал он.", ["Мы купим завод «Заря"]),
        ('Он сказал: "Едем", и мы поехали.', ["Едем"]),
        ("Он сказал: “Едем”, и мы поехали.", ["Едем"]),
        ('Рост 5" и скобка » без пары.', []),
        ("«Первый абзац.\n«Второй абзац», — сказал он.", ["Первый абзац.", "Второй абзац"]),
        ("«Первый абзац.\nВторой абзац», — сказал он.", ["Первый абзац.\nВторой абзац"]),
    ],
)
def test_outer_marks(text, found):
    assert stretches(text) == found


def test_paragraphs_of_one_speech_share_a_group():
    text = "«Первый абзац.\n«Второй абзац», — сказал он."
    assert [m.group for m in find_marked(text, lines_of(text))] == [1, 1]


@given(st.text(alphabet='аб «»„“”".,—\n', max_size=80))
def test_stretches_lie_in_the_text_in_order_and_do_not_overlap(text):
    found = list(find_marked(text, lines_of(text)))
    assert all(0 <= m.start <= m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
